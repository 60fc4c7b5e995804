using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Cli.Contracts;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Families;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts list</c>: every family and how much of it is known.</summary>
internal sealed class ContractsListCommand : ICommandFactory
{
    private readonly ContractSelection _selection = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("list", "Every family, its hosts and how many operations are known.");
        _selection.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness contracts list", "harness contracts list --contracts ../nodoc --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        CompiledContracts contracts = _selection.Load(parsed);
        screen.Problems(contracts.Problems);
        if (screen.IsJson)
        {
            screen.Json(new JsonObject { ["families"] = new JsonArray([.. contracts.Families.Select(f => Document(f, contracts))]) });
            return ExitCode.Fine;
        }

        screen.Table(["family", "operations", "gets", "typed", "access model"], contracts.Families.Select(f => Row(f, contracts)));
        screen.Line($"{contracts.Families.Count} families, {contracts.Operations.Count} operations.");
        return ExitCode.Fine;
    }

    private static string[] Row(Family family, CompiledContracts contracts)
    {
        var known = FamilyCounts.Of(family, contracts);
        return [family.Id, Text(known.Operations), Text(known.Gets), Text(known.Typed), family.AccessModel];
    }

    private static JsonObject Document(Family family, CompiledContracts contracts)
    {
        var known = FamilyCounts.Of(family, contracts);
        return new JsonObject
        {
            ["id"] = family.Id,
            ["title"] = family.Title,
            ["accessModel"] = family.AccessModel,
            ["upstream"] = family.Upstream,
            ["hosts"] = new JsonArray([.. family.Hosts.Select(h => (JsonNode)h.ToString())]),
            ["operations"] = known.Operations,
            ["gets"] = known.Gets,
            ["typed"] = known.Typed,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
