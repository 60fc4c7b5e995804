namespace Harness.Drift.Baselines;

/// <summary>The order of endpoints in files and reports: family, path, method.</summary>
public sealed class EndpointOrder : IComparer<EndpointKey>
{
    public static readonly EndpointOrder Instance = new();

    public int Compare(EndpointKey? x, EndpointKey? y) =>
        x is null || y is null ? Comparer<bool>.Default.Compare(x is not null, y is not null)
        : string.CompareOrdinal(x.Family, y.Family) is not 0 and int family ? family
        : string.CompareOrdinal(x.Path, y.Path) is not 0 and int path ? path
        : string.CompareOrdinal(x.Method, y.Method);
}
