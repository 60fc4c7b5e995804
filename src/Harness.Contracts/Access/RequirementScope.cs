using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>Which calls a requirement holds for. Everything that is left out means "all".</summary>
/// <param name="Methods">Upper case; empty for every method.</param>
/// <param name="Hosts">Host patterns as in the family's <c>hosts</c>; empty for every host.</param>
/// <param name="Paths">Path globs (<c>/mtoapi/**</c>), server prefix included; empty for every path.</param>
/// <param name="Except">Path globs, optionally after a method (<c>GET /api/health/ping</c>), that are exempt.</param>
public sealed record RequirementScope(
    IReadOnlyList<string> Methods,
    IReadOnlyList<HostPattern> Hosts,
    IReadOnlyList<PathGlob> Paths,
    IReadOnlyList<PathGlob> Except)
{
    public static readonly RequirementScope Everything = new([], [], [], []);

    /// <summary>Whether it holds for a method and a full path template or path on a host.</summary>
    public bool Covers(string method, string host, string path) =>
        (Methods.Count == 0 || Methods.Contains(method, StringComparer.OrdinalIgnoreCase))
        && (Hosts.Count == 0 || Hosts.Any(h => h.Matches(host)))
        && (Paths.Count == 0 || Paths.MatchAny(method, path))
        && !Except.MatchAny(method, path);
}
