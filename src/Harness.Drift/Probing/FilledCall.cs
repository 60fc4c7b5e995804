using Harness.Drift.Planning;

namespace Harness.Drift.Probing;

/// <summary>A probe whose address is filled.</summary>
/// <param name="Path">Percent-encoded.</param>
/// <param name="Query">Name and value pairs, not encoded.</param>
/// <param name="Values">What the parameters were filled with; never leaves memory.</param>
internal sealed record FilledCall(
    PlannedProbe Probe, int Sample, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyDictionary<string, string> Values, string ObjectKey)
{
    public static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer that names an id gave none, and what is known beforehand stands in for it.</summary>
    public bool UsesStandIn => Probe.Values.Any(v => v.Source is not null && Values.TryGetValue(v.Name, out string? text) && v.Values.Contains(text));
}
