using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>Finds the operations that a call without a match was probably meant for.</summary>
/// <remarks>Looks at every operation once: for whoever reads the journal, not for whoever answers the call.</remarks>
public static class NearMisses
{
    private const int MaxPathLength = 8192;

    /// <param name="host">Without port.</param>
    /// <param name="rawPath">As sent on that host, not decoded, without the query.</param>
    /// <returns>The closest first.</returns>
    public static IReadOnlyList<NearMiss> Find(OperationTable table, string host, string method, string rawPath, int limit = 5)
    {
        string path = rawPath.Length > MaxPathLength ? rawPath[..MaxPathLength] : rawPath;
        string[] segments = (path.StartsWith('/') ? path[1..] : path).Split('/');
        if (segments.Length > PathTemplate.MaxSegments + 1)
        {
            return [];
        }

        PathComparison comparison = new(Array.ConvertAll(segments, Uri.UnescapeDataString));
        List<(int Rank, NearMiss Miss)> found = [];
        for (int i = 0; i < table.Operations.Count; i++)
        {
            Operation operation = table.Operations[i];
            if (comparison.With(table.Templates[i]) is { } difference
                && Judge(operation, difference, table.Hosts[i].Any(pattern => pattern.Matches(host)), host, method) is { } miss)
            {
                found.Add(miss);
            }
        }

        return [.. found.OrderBy(item => item.Rank).Take(limit).Select(item => item.Miss)];
    }

    private static (int Rank, NearMiss Miss)? Judge(Operation operation, PathDifference difference, bool onHost, string host, string method)
    {
        bool sameMethod = string.Equals(operation.Method, method, StringComparison.OrdinalIgnoreCase)
            || (operation.Method == "GET" && string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase));
        List<(NearMissKind Kind, string Reason)> reasons = [];
        if (difference.Kind is { } kind)
        {
            reasons.Add((kind, difference.Reason));
        }

        if (!onHost)
        {
            reasons.Add((NearMissKind.AnotherHost, $"it is on {string.Join(", ", operation.Hosts)}, not on {host}"));
        }

        if (!sameMethod)
        {
            reasons.Add((NearMissKind.AnotherMethod, $"it takes {operation.Method}, not {method.ToUpperInvariant()}"));
        }

        // A path that only begins alike says nothing any more when the host is another one too.
        if (reasons.Count is 0 or 3 || (difference.Kind == NearMissKind.SameBeginning && !onHost))
        {
            return null;
        }

        int rank = (reasons.Sum(reason => (int)reason.Kind + 1) * 100) + difference.Distance;
        return (rank, new NearMiss(operation, reasons.Max(reason => reason.Kind), string.Join("; ", reasons.Select(reason => reason.Reason))));
    }
}
