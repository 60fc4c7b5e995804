using System.CommandLine;
using Harness.Cli.Contracts;
using Harness.Cli.Drift;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Probing;
using Harness.Drift.Reports;
using Harness.Drift.Runs;
using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift merge</c>: judges the parts of a sharded run together, as if they had been one.</summary>
internal sealed class DriftMergeCommand : ICommandFactory
{
    private readonly Argument<string[]> _parts = new("parts") { Description = "Folders that 'harness drift run --shard i/n --out' has written.", Arity = ArgumentArity.OneOrMore };
    private readonly ContractSelection _contracts = new();
    private readonly ReportOptions _reports = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("merge", "Join the parts of a sharded run: the reports and the baseline of one run. Contracts and baseline are those of the parts unless you say otherwise.") { _parts };
        _contracts.AddTo(command);
        _reports.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness drift merge part-1 part-2 part-3 part-4 --out drift-out"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        RunRecord run = MergedRun.Read(parsed.GetValue(_parts)!);
        string? baseline = run.Baseline is null && !_reports.SaysBaseline(parsed) ? null : _reports.Baseline(parsed, run.Target, run.Baseline);
        CompiledContracts contracts = _contracts.Named(parsed).Count > 0 || _contracts.IsWithoutCore(parsed)
            ? _contracts.Load(parsed)
            : _contracts.Load(parsed, run.Contracts, run.NoCore);
        var problems = new List<ContractProblem>();
        TargetKnowledge knowledge = TargetKnowledge.Read(baseline, run.Target, DateOnly.FromDateTime(run.StartedAt.UtcDateTime), problems);
        if (problems.Count > 0)
        {
            screen.Problems(problems);
            return ExitCode.Usage;
        }

        RunReport report = MergedRun.Conclude(run, contracts, knowledge, new DriftRunSettings
        {
            Probing = new ProbeOptions { DataFolder = UserFolders.Data(null) },
            Out = _reports.Out(parsed),
            Formats = _reports.Formats(parsed),
            Baseline = baseline,
        });
        new RunScreen(screen).Show(report, _reports.Out(parsed));
        return report.ExitCode;
    }
}
