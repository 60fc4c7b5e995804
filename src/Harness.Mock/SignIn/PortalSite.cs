using System.Collections.Frozen;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Mock.Portals;

namespace Harness.Mock.SignIn;

/// <summary>A portal with a session of its own, and which of its paths are pages rather than its API.</summary>
internal sealed class PortalSite
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _apiSegments;

    private PortalSite(Family family, CookieRequirement session, IEnumerable<string> apiPaths)
    {
        Family = family;
        Session = session;
        _apiSegments = apiPaths.Select(p => FirstSegment(p).ToString()).Where(s => s.Length > 0)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Family Family { get; }

    public CookieRequirement Session { get; }

    /// <summary>Null for a family that people do not sign in to, or that holds no session in a cookie.</summary>
    public static PortalSite? Of(Family family, PortalTable portals)
    {
        if (family.SignIn is null || family.Access.OfType<CookieRequirement>().FirstOrDefault() is not { } session)
        {
            return null;
        }

        // Families that share a host share its paths: an API of either is no page of the other.
        var hosts = family.Hosts.Select(h => h.Host.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new PortalSite(family, session, portals.Table.Operations.Where(o => o.Hosts.Any(hosts.Contains)).Select(o => o.Path));
    }

    public bool IsApi(string path) => _apiSegments.Contains(FirstSegment(path));

    private static ReadOnlySpan<char> FirstSegment(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> rest = path.TrimStart('/');
        int slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }
}
