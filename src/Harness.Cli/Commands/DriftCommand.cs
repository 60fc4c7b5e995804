using System.CommandLine;
using Harness.Cli.Terminal;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift</c>: whether a tenant's portals still answer as they did.</summary>
internal sealed class DriftCommand : ICommandFactory
{
    private static readonly ICommandFactory[] Subcommands =
    [
        new DriftPlanCommand(),
        new DriftRunCommand(),
        new DriftMergeCommand(),
        new DriftExplainCommand(),
        new DriftAcceptCommand(),
        new DriftRulesCommand(),
    ];

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("drift", "Whether a tenant's portals still answer as they did.");
        foreach (ICommandFactory subcommand in Subcommands)
        {
            command.Subcommands.Add(subcommand.Create(examples));
        }

        examples[command] = ["harness drift plan --target contoso-lab.yml", "harness drift run --target contoso-lab.yml --i-confirm contoso-lab", "harness drift explain DRIFT301"];
        return command;
    }
}
