using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Baselines;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift accept</c>: takes findings of a target as the new normal.</summary>
internal sealed class DriftAcceptCommand : ICommandFactory
{
    private readonly Argument<string[]> _fingerprints = new("fingerprints") { Description = "As reports show them.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _target = new("--target") { Description = "Name of the target; its baseline is contracts/baselines/<name>." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Folder of the baseline." };
    private readonly Option<bool> _all = new("--all") { Description = "Every finding that is open." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("accept", "Take findings as the new normal: they are reported and no longer gate, until they go away.") { _fingerprints, _target, _baseline, _all };
        command.SetAction(Run);
        examples[command] = ["harness drift accept 3f9a0c1d22e4b7aa --target contoso-lab", "harness drift accept --all --baseline contracts/baselines/contoso-lab"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string[] named = parsed.GetValue(_fingerprints) ?? [];
        bool all = parsed.GetValue(_all);
        if (named.Length == 0 == !all)
        {
            throw new HarnessException(all ? "fingerprints and --all were both given" : "no fingerprint was given", "Name the findings, or give --all");
        }

        BaselineFolder folder = Folder(parsed);
        var problems = new List<ContractProblem>();
        TargetHistory history = folder.ReadHistory(problems);
        if (problems.Count > 0)
        {
            screen.Problems(problems);
            return ExitCode.Usage;
        }

        var known = history.Ledger.Entries.Select(e => e.Fingerprint).ToHashSet(StringComparer.Ordinal);
        if (Array.Find(named, n => !known.Contains(n)) is { } unknown)
        {
            throw new HarnessException($"no finding '{unknown}' is open in {folder.Path}", "Take fingerprints from the report of the last run that wrote this baseline");
        }

        HashSet<string> chosen = all ? known : named.ToHashSet(StringComparer.Ordinal);
        folder.WriteHistory(history with { Ledger = history.Ledger.Accept(chosen, TimeProvider.System.GetUtcNow()) });
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["accepted"] = new JsonArray([.. chosen.Order(StringComparer.Ordinal).Select(c => JsonValue.Create(c))]) });
        }
        else
        {
            screen.Line($"{chosen.Count} findings accepted in {folder.Path}. Commit it.");
        }

        return chosen.Count == 0 ? ExitCode.NothingRan : ExitCode.Fine;
    }

    private BaselineFolder Folder(ParseResult parsed)
    {
        string path = parsed.GetValue(_baseline)
            ?? (parsed.GetValue(_target) is { } target ? Path.Combine("contracts", "baselines", Path.GetFileNameWithoutExtension(target)) : null)
            ?? Only(Path.Combine("contracts", "baselines"));
        return Directory.Exists(path)
            ? new BaselineFolder(path)
            : throw new HarnessException($"there is no baseline '{path}'", "Name it with --baseline, or its target with --target");
    }

    private static string Only(string folder) => (Directory.Exists(folder) ? Directory.GetDirectories(folder) : []) switch
    {
        [var one] => one,
        [] => throw new HarnessException($"no target is named, and there is no baseline in {folder}", "Name the folder with --baseline; 'harness drift run' writes it"),
        var several => throw new HarnessException($"no target is named, and there are {several.Length} in {folder}", $"Give --target {Path.GetFileName(several.Order(StringComparer.Ordinal).First())} or another of them"),
    };
}
