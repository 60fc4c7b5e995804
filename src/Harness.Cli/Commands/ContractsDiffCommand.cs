using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.ContractDiff;

using Harness.Mock;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts diff</c>: what two versions of a contract say differently, without calling anything.</summary>
internal sealed class ContractsDiffCommand : ICommandFactory
{
    private readonly Argument<string> _before = new("before") { Description = "The older tree: a nodoc checkout, its specifications folder, one family's folder or a zip." };
    private readonly Argument<string> _after = new("after") { Description = "The newer tree." };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("diff", "Compare two spec trees. Exit code 1 when they differ.") { _before, _after };
        command.SetAction(Run);
        examples[command] = ["harness contracts diff old/specifications new/specifications", "harness contracts diff BEFORE AFTER --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        CompiledContracts before = Load(parsed.GetValue(_before)!, screen);
        CompiledContracts after = Load(parsed.GetValue(_after)!, screen);
        IReadOnlyList<ContractDifference> found = ContractComparison.Compare(before, after);
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["findings"] = new JsonArray([.. found.Select(Document)]) });
        }
        else
        {
            screen.Table(["Rule", "Kind", "Family", "Operation", "Where", "Before", "After"], found.Select(Row));
            screen.Line($"{before.Operations.Count} operations before, {after.Operations.Count} after, {found.Count} differences.");
        }

        return found.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    // Nobody's core contract stands behind the trees: what they say themselves is compared. The shipped families name what is recognized.
    private static CompiledContracts Load(string tree, Screen screen)
    {
        if (!Directory.Exists(tree) && !File.Exists(tree))
        {
            throw new HarnessException($"there is no folder or zip '{tree}'", "Name an existing one");
        }

        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, NoCore = true, Imports = [tree] });
        screen.Problems(contracts.Problems);
        return contracts.Operations.Count > 0
            ? contracts
            : throw new HarnessException($"'{tree}' holds no operation", "Name a folder or zip with <family>/specification/openapi.yml or openapi.yml in it");
    }

    private static JsonNode Document(ContractDifference difference) => new JsonObject
    {
        ["rule"] = difference.Rule,
        ["kind"] = difference.Kind,
        ["where"] = difference.Where,
        ["family"] = difference.Family,
        ["method"] = difference.Method,
        ["path"] = difference.Path,
        ["pointer"] = difference.Pointer,
        ["before"] = difference.Before?.DeepClone(),
        ["after"] = difference.After?.DeepClone(),
    };

    private static IReadOnlyList<string> Row(ContractDifference difference) =>
    [
        difference.Rule, difference.Kind, difference.Family, $"{difference.Method} {difference.Path}", Below(difference),
        difference.Before?.ToJsonString() ?? "-", difference.After?.ToJsonString() ?? "-",
    ];

    // The pointer repeats the path, which stands beside it.
    private static string Below(ContractDifference difference) =>
        difference.Pointer.Split('/', 5) is [_, _, _, _, var below] ? $"/{below}" : "-";
}
