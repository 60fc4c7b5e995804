using System.Text.Json.Nodes;

namespace Harness.Stubs.Sanitizing;

/// <summary>What was replaced, by rule: counts and nothing else, since a value would undo the work.</summary>
public sealed class SanitizerReport
{
    private readonly SortedDictionary<string, int> _replaced = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Replaced => _replaced;

    public int Entries { get; internal set; }

    internal void Count(string rule) => _replaced[rule] = _replaced.GetValueOrDefault(rule) + 1;

    internal void Clear()
    {
        _replaced.Clear();
        Entries = 0;
    }

    public JsonObject ToJson() => new()
    {
        ["entries"] = Entries,
        ["replaced"] = new JsonObject(_replaced.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value))),
    };
}
