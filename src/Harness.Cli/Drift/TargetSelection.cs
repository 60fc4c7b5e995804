using System.CommandLine;
using Harness.Cli.Contracts;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Planning;
using Harness.Drift.Targets;

namespace Harness.Cli.Drift;

/// <summary>Which target, contracts, families and shard a drift command is about.</summary>
internal sealed class TargetSelection
{
    private readonly Option<string> _target = new("--target") { Description = "Target file.", Required = true };
    private readonly Option<string[]> _families = new("--family") { Description = "Only this family. Repeatable." };
    private readonly Option<string> _shard = new("--shard") { Description = "One part of the run, such as 1/4.", DefaultValueFactory = _ => "1/1" };
    private readonly ContractSelection _contracts = new();

    public void AddTo(Command command)
    {
        command.Options.Add(_target);
        command.Options.Add(_families);
        command.Options.Add(_shard);
        _contracts.AddTo(command);
        _shard.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Shard.TryParse(text, out _))
            {
                result.AddError($"--shard is a part such as 1/4, not '{text}'.");
            }
        });
    }

    public IReadOnlyList<string> NamedContracts(ParseResult parsed) => _contracts.Named(parsed);

    public bool IsWithoutCore(ParseResult parsed) => _contracts.IsWithoutCore(parsed);

    /// <summary>The data folder that the person named; null for the usual one.</summary>
    public string? Data(ParseResult parsed) => _contracts.Data(parsed);

    public Plan? Plan(ParseResult parsed, Screen screen, TimeProvider clock) => Select(parsed, screen, clock)?.Plan;

    /// <summary>Null, with the problems shown, when the target file is not sound.</summary>
    public SelectedTarget? Select(ParseResult parsed, Screen screen, TimeProvider clock)
    {
        CompiledContracts contracts = _contracts.Load(parsed);
        var problems = new List<ContractProblem>();
        string[] known = [.. contracts.Families.Select(f => f.Id)];
        Target? target = TargetReader.Read(parsed.GetValue(_target)!, problems, known);
        screen.Problems(problems);
        string[] wanted = parsed.GetValue(_families) ?? [];
        if (Array.Find(wanted, w => !known.Contains(w, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new HarnessException($"there is no family '{unknown}'", $"Use one of {string.Join(", ", known)}");
        }

        _ = Shard.TryParse(parsed.GetValue(_shard)!, out Shard shard);
        return target is null
            ? null
            : new SelectedTarget(Planner.Make(target, contracts, new PlanOptions { Families = wanted, Shard = shard, Now = clock.GetUtcNow() }), contracts, shard);
    }
}
