using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Json;

namespace Harness.Stubs.Matching;

/// <summary>A matcher of a WireMock.Net mapping while it is read: what all kinds have in common.</summary>
internal sealed class MatcherDraft(ObjectReader reader)
{
    public bool Reject => reader.Flag("RejectOnMatch");

    public bool IgnoreCase => reader.Flag("IgnoreCase");

    public bool Regex => reader.Flag("Regex");

    public MatchOperator Operator => ReadOperator(reader, "MatchOperator");

    /// <summary>WireMock.Net writes <c>Or</c>, <c>And</c> or <c>Average</c>.</summary>
    public static MatchOperator ReadOperator(ObjectReader reader, string name)
    {
        switch (reader.Text(name)?.ToUpperInvariant())
        {
            case null or "OR":
                return MatchOperator.Or;
            case "AND" or "AVERAGE":
                return MatchOperator.And;
            default:
                reader.Problems.Add(reader.Find(name)!, $"'{reader.Text(name)}' is no way to combine matchers", "Write Or or And");
                return MatchOperator.Or;
        }
    }

    /// <summary>Pattern, or all Patterns; those that <paramref name="check"/> finds fault with are reported.</summary>
    public IReadOnlyList<string>? TextPatterns(Func<string, string?>? check = null)
    {
        LocatedJson[] nodes = reader.Find("Pattern") is { } one ? [one] : [.. reader.Items("Patterns")];
        if (nodes.Length == 0)
        {
            reader.Problems.Add(reader.Node, $"{reader.What} has no pattern", "Add \"Pattern\": \"...\"");
        }

        string[] patterns = [.. nodes.Select(n => TextOf(n, check)).OfType<string>()];
        return patterns.Length == nodes.Length && patterns.Length > 0 ? patterns : null;
    }

    /// <summary>False, with a problem, when there is no JSON to compare with. It may stand as JSON, or as JSON in a text.</summary>
    public bool TryJson(out JsonNode? json)
    {
        json = null;
        if ((reader.Find("Pattern") ?? reader.Find("Patterns")) is not { } node)
        {
            reader.Problems.Add(reader.Node, $"{reader.What} has no pattern", "Add \"Pattern\": { ... }");
            return false;
        }

        if (node.Kind != JsonValueKind.String)
        {
            json = node.ToNode();
            return true;
        }

        var inner = new List<ContractProblem>();
        LocatedJson? document = LocatedJsonReader.Read(System.Text.Encoding.UTF8.GetBytes(node.Text), reader.Problems.File, inner);
        if (inner.Count > 0)
        {
            reader.Problems.Add(node, $"the pattern of {reader.What} is no JSON: {inner[0].What}", "Write the JSON itself instead of a text");
        }

        json = document?.ToNode();
        return inner.Count == 0;
    }

    private string? TextOf(LocatedJson node, Func<string, string?>? check)
    {
        // WireMock.Net saves a pattern from a file as an object.
        LocatedJson? text = node.Kind == JsonValueKind.Object ? node.Find("Pattern", StringComparison.OrdinalIgnoreCase) : node;
        if (text is not { Kind: JsonValueKind.String })
        {
            reader.Problems.Add(node, $"a pattern of {reader.What} must be text, not {node.Describe()}", "Put it in quotes");
            return null;
        }

        if (check?.Invoke(text.Text) is { } fault)
        {
            reader.Problems.Add(text, $"the pattern '{text.Text}' cannot be used: {fault}", "Correct the pattern");
            return null;
        }

        return text.Text;
    }
}
