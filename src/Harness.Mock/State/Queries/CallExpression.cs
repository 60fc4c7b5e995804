using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Harness.Mock.State.Queries;

/// <summary>A function of OData's: <c>contains(name,'x')</c>.</summary>
internal sealed class CallExpression(string name, IReadOnlyList<FilterExpression> arguments) : FilterExpression
{
    /// <summary>What there is, and how many arguments each takes.</summary>
    public static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["contains"] = 2,
        ["startswith"] = 2,
        ["endswith"] = 2,
        ["substringof"] = 2,
        ["tolower"] = 1,
        ["toupper"] = 1,
        ["trim"] = 1,
        ["length"] = 1,
        ["indexof"] = 2,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public override object? Evaluate(JsonObject item)
    {
        string? first = arguments[0].Evaluate(item)?.ToString();
        string second = arguments.Count > 1 ? arguments[1].Evaluate(item)?.ToString() ?? "" : "";
        return name.ToLowerInvariant() switch
        {
            "contains" => first?.Contains(second, StringComparison.OrdinalIgnoreCase) == true,
            "startswith" => first?.StartsWith(second, StringComparison.OrdinalIgnoreCase) == true,
            "endswith" => first?.EndsWith(second, StringComparison.OrdinalIgnoreCase) == true,

            // The older function of the same meaning takes its arguments the other way round.
            "substringof" => second.Contains(first ?? "", StringComparison.OrdinalIgnoreCase),
            "tolower" => first?.ToLowerInvariant(),
            "toupper" => first?.ToUpperInvariant(),
            "trim" => first?.Trim(),
            "length" => (decimal?)first?.Length,
            _ => first is null ? null : (decimal)first.IndexOf(second, StringComparison.OrdinalIgnoreCase),
        };
    }

    public override string ToString() => $"{name}({string.Join(',', arguments)})";
}
