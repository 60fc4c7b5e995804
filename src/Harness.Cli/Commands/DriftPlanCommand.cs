using System.CommandLine;
using Harness.Cli.Drift;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift plan</c>: what a run would ask, in which order, and what it cannot ask; sends nothing.</summary>
internal sealed class DriftPlanCommand : ICommandFactory
{
    private readonly TargetSelection _selection = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("plan", "What a run would ask, in which order, and what it cannot ask and why. Sends nothing.");
        _selection.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness drift plan --target contoso-lab.yml", "harness drift plan --target contoso-lab.yml --contracts ../nodoc --family defender --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        if (_selection.Plan(parsed, screen, TimeProvider.System) is not { } plan)
        {
            return ExitCode.Usage;
        }

        new PlanReport(plan).Show(screen);
        return plan.Planned == 0 ? ExitCode.NothingRan : ExitCode.Fine;
    }
}
