using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>Decides which declared host a call means: by Host header, by a name below localhost, or by the first segment of its path.</summary>
/// <remarks>A declared name in the Host header always wins; the path is only looked at for others (a loopback address, a container's name).</remarks>
public sealed class Addressing
{
    private const string LocalSuffix = ".localhost";

    private readonly HostMap<HostPattern> _declared;

    public Addressing(IEnumerable<HostPattern> declaredHosts) =>
        _declared = new HostMap<HostPattern>(declaredHosts.DistinctBy(host => host.Text, StringComparer.OrdinalIgnoreCase).Select(host => new HostEntry<HostPattern>(host, host)));

    /// <param name="host">Without port.</param>
    public bool IsDeclared(ReadOnlySpan<char> host) => _declared.Has(host);

    /// <param name="hostHeader">As sent; null or empty when there was none.</param>
    /// <param name="rawTarget">The request target as sent: a path with or without query, or a whole URL (as a proxy's client sends it).</param>
    public RequestAddress Parse(string? hostHeader, string rawTarget)
    {
        ReadOnlySpan<char> authority = hostHeader;
        ReadOnlySpan<char> target = rawTarget;
        int query = target.IndexOfAny('?', '#');
        target = query < 0 ? target : target[..query];
        SplitAbsolute(ref authority, ref target);

        ReadOnlySpan<char> host = HostName.WithoutPort(authority);
        if (_declared.Has(host))
        {
            return new RequestAddress(AddressForm.Host, Lower(host), PathOf(target, rawTarget), "");
        }

        if (host.EndsWith(LocalSuffix, StringComparison.OrdinalIgnoreCase) && _declared.Has(host[..^LocalSuffix.Length]))
        {
            return new RequestAddress(AddressForm.Subdomain, Lower(host[..^LocalSuffix.Length]), PathOf(target, rawTarget), "");
        }

        return ByFirstSegment(target) ?? new RequestAddress(AddressForm.Own, Lower(host), PathOf(target, rawTarget), "");
    }

    private RequestAddress? ByFirstSegment(ReadOnlySpan<char> path)
    {
        if (path.Length < 2 || path[0] != '/')
        {
            return null;
        }

        int slash = path[1..].IndexOf('/');
        int end = slash < 0 ? path.Length : slash + 1;
        ReadOnlySpan<char> host = HostName.WithoutPort(path[1..end]);
        return _declared.Has(host)
            ? new RequestAddress(AddressForm.Path, Lower(host), end == path.Length ? "/" : path[end..].ToString(), path[..end].ToString())
            : null;
    }

    // RFC 9112, 3.2.2: the authority of an absolute target replaces the Host header.
    private static void SplitAbsolute(ref ReadOnlySpan<char> authority, ref ReadOnlySpan<char> target)
    {
        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || target[0] == '/')
        {
            return;
        }

        ReadOnlySpan<char> rest = target[(scheme + 3)..];
        int slash = rest.IndexOf('/');
        authority = slash < 0 ? rest : rest[..slash];
        target = slash < 0 ? "/" : rest[slash..];
    }

    private static string PathOf(ReadOnlySpan<char> path, string rawTarget)
    {
        if (path.IsEmpty)
        {
            return "/";
        }

        return path.Length == rawTarget.Length ? rawTarget : path.ToString();
    }

    private static string Lower(ReadOnlySpan<char> host) =>
        string.Create(host.Length, host, static (target, source) => source.ToLowerInvariant(target));
}
