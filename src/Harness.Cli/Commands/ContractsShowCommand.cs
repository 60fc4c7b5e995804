using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Contracts;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Families.Pages;
using Harness.Contracts.Operations;

namespace Harness.Cli.Commands;

/// <summary><c>harness contracts show</c>: one family: what its calls need, how it refuses, what it hides, its operations.</summary>
internal sealed class ContractsShowCommand : ICommandFactory
{
    private readonly Argument<string> _family = new("family") { Description = "Family id, as 'harness contracts list' shows them." };
    private readonly ContractSelection _selection = new();

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("show", "One family: requirements, refusals with evidence, licenses, operations.") { _family };
        _selection.AddTo(command);
        command.SetAction(Run);
        examples[command] = ["harness contracts show sharepoint-admin", "harness contracts show defender --output json"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        CompiledContracts contracts = _selection.Load(parsed);
        string id = parsed.GetValue(_family)!;
        Family family = contracts.Families.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw new HarnessException($"there is no family '{id}'", $"Use one of {string.Join(", ", contracts.Families.Select(f => f.Id))}");
        Operation[] operations = [.. contracts.Operations.Where(o => string.Equals(o.Family, family.Id, StringComparison.Ordinal))];
        if (screen.IsJson)
        {
            screen.Json(Document(family, operations));
        }
        else
        {
            Print(screen, family, operations);
        }

        return ExitCode.Fine;
    }

    private static void Print(Screen screen, Family family, Operation[] operations)
    {
        FamilyPage page = FamilyPage.Of(family);
        screen.Line(page.Title);
        screen.Line(page.Lead);
        foreach (PageSection section in page.Sections.Where(s => s.Rows.Count > 0))
        {
            screen.Line();
            screen.Line(section.Title);
            screen.Table(section.Columns, section.Rows);
        }

        screen.Line();
        screen.Line($"{operations.Length} operations");
        screen.Table(["method", "path", "typed", "evidence"], operations.Select(o =>
            (string[])[o.Method, o.Path, o.IsTyped ? "typed" : "", o.Evidence is { } grade ? Grade(grade) : ""]));
    }

    private static JsonObject Document(Family family, Operation[] operations) => new()
    {
        ["id"] = family.Id,
        ["title"] = family.Title,
        ["accessModel"] = family.AccessModel,
        ["hosts"] = new JsonArray([.. family.Hosts.Select(h => (JsonNode)h.ToString())]),
        ["requirements"] = new JsonArray([.. family.Access.Select(r => new JsonObject { ["kind"] = r.Kind, ["name"] = r.Name, ["evidence"] = Grade(r.Evidence) })]),
        ["refusals"] = new JsonArray([.. family.Refusals.Values.Select(r => new JsonObject
        {
            ["name"] = r.Name,
            ["status"] = r.Status,
            ["evidence"] = Grade(r.Evidence),
            ["source"] = r.Source,
        })]),
        ["licenses"] = new JsonArray([.. family.Licenses.Select(l => new JsonObject
        {
            ["plan"] = l.Plan,
            ["operations"] = new JsonArray([.. l.Operations.Select(o => (JsonNode)o.Text)]),
            ["refusal"] = l.Refusal,
        })]),
        ["operations"] = new JsonArray([.. operations.Select(o => new JsonObject
        {
            ["method"] = o.Method,
            ["path"] = o.Path,
            ["operationId"] = o.OperationId,
            ["typed"] = o.IsTyped,
            ["evidence"] = o.Evidence is { } grade ? Grade(grade) : null,
        })]),
    };

    private static string Grade(EvidenceGrade grade) => grade.ToString().ToLowerInvariant();
}
