using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Microsoft.OpenApi;

namespace Harness.Contracts.Loading;

/// <summary>Recognizes the family of a document by the hosts that its operations live on.</summary>
internal static class HostMatch
{
    /// <summary>Null when no family has any of the hosts.</summary>
    public static Family? Find(OpenApiDocument document, IReadOnlyList<Family> families)
    {
        string[] servers = [.. Servers(document).Select(s => s.Url ?? "").Distinct(StringComparer.OrdinalIgnoreCase)];
        return families
            .Select(family => (Family: family, Score: servers.Sum(s => Score(s, family))))
            .Where(c => c.Score > 0)
            .OrderByDescending(c => c.Score)
            .Select(c => c.Family)
            .FirstOrDefault();
    }

    /// <summary>The servers that hold for at least one operation.</summary>
    public static IEnumerable<OpenApiServer> Servers(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(item => (item.Operations ?? []).Values.SelectMany(operation =>
            operation.Servers is { Count: > 0 } own ? own
            : item.Servers is { Count: > 0 } ofPath ? ofPath
            : document.Servers ?? []));

    // Families may share a host and differ in the base path: the whole address counts for more than the host alone.
    private static int Score(string server, Family family)
    {
        if (family.Servers.ContainsKey(server))
        {
            return 4;
        }

        ServerUrl url = ServerUrl.Parse(server);
        string host = ServerUrl.WithoutNames(url.Host);
        int best = 0;
        foreach (FamilyHost known in family.Hosts)
        {
            if (string.Equals(ServerUrl.WithoutNames(known.Host.Text), host, StringComparison.Ordinal) || known.Host.Matches(url.Host))
            {
                best = Math.Max(best, string.Equals(known.BasePath, url.BasePath, StringComparison.OrdinalIgnoreCase) ? 4 : 1);
            }
        }

        return best;
    }
}
