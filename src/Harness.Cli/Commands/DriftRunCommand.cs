using System.CommandLine;
using Harness.Cli.Drift;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift;
using Harness.Drift.Planning;
using Harness.Drift.Reports;
using Harness.Drift.Runs;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift run</c>: reads a tenant's portals with GETs alone, and says what changed since the nights before.</summary>
internal sealed class DriftRunCommand : ICommandFactory
{
    private readonly TargetSelection _selection = new();
    private readonly DriftRunOptions _options = new();
    private readonly ReportOptions _reports = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("run", "Probe a target with GETs alone and say what changed. Exit code 1 for drift, 3 when too little could be judged.");
        _selection.AddTo(command);
        _options.AddTo(command);
        _reports.AddTo(command);
        command.SetAction(Run);
        examples[command] =
        [
            "harness drift run --target contoso-lab.yml --i-confirm contoso-lab",
            "harness drift run --target contoso-lab.yml --shard 1/4 --out part-1",
            "harness drift run --target mock.yml --rate off --no-baseline --format json,html",
        ];
        return command;
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken cancelled)
    {
        var screen = new Screen(parsed);
        TimeProvider clock = TimeProvider.System;
        if (_selection.Select(parsed, screen, clock) is not { } selected)
        {
            return ExitCode.Usage;
        }

        Plan plan = PlanNarrowing.Only(selected.Plan, _options.Only(parsed));
        if (_options.IsDryRun(parsed))
        {
            new PlanReport(plan).Show(screen);
            return plan.Planned == 0 ? ExitCode.NothingRan : ExitCode.Fine;
        }

        _options.RequirePerson(parsed);
        DriftRunSettings settings = _options.Settings(parsed, _reports, plan.Target.Name, selected.Shard, _selection.Data(parsed));
        settings = settings with
        {
            Contracts = _selection.NamedContracts(parsed),
            NoCore = _selection.IsWithoutCore(parsed),
            Probing = settings.Probing with { Say = screen.Error, Progress = new RunProgress(screen, clock) },
        };
        var problems = new List<ContractProblem>();
        TargetKnowledge knowledge = TargetKnowledge.Read(settings.Baseline, plan.Target.Name, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), problems);
        if (problems.Count > 0)
        {
            screen.Problems(problems);
            return ExitCode.Usage;
        }

        return await Run(screen, new DriftRun(plan, selected.Contracts, knowledge, settings), settings.Out, cancelled);
    }

    private static async Task<int> Run(Screen screen, DriftRun run, string folder, CancellationToken cancelled)
    {
        try
        {
            RunReport report = await run.Run(cancelled);
            new RunScreen(screen).Show(report, folder);
            return report.ExitCode;
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            screen.Error($"stopped; what was seen is kept. Go on with the same options and --resume --out {folder}.");
            return ExitCode.Stopped;
        }
    }
}
