namespace Harness.Mock.Quirks;

/// <summary>What a call must say so that no quirk stands in its way.</summary>
/// <param name="Query">Parameters by name.</param>
/// <param name="PathValues">Values of path parameters by name; those that the path lacks are ignored.</param>
/// <param name="Body">Null when any body will do.</param>
internal sealed record CallRemedy(IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> PathValues, string? Body)
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.OrdinalIgnoreCase);

    public static readonly CallRemedy None = new(Nothing, Nothing, null);

    /// <summary>Both; what <paramref name="other"/> says wins.</summary>
    public CallRemedy With(CallRemedy other) => new(Join(Query, other.Query), Join(PathValues, other.PathValues), other.Body ?? Body);

    private static IReadOnlyDictionary<string, string> Join(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return one.Count == 0 ? other : one;
        }

        var joined = new Dictionary<string, string>(one, StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> entry in other)
        {
            joined[entry.Key] = entry.Value;
        }

        return joined;
    }
}
