using System.Globalization;

namespace Harness.Mock.Proxy;

/// <summary>Where a client wants its tunnel to lead.</summary>
/// <param name="Host">Lower case, without brackets and without the final dot of a fully qualified name: both spellings are one host.</param>
internal sealed record ProxyTarget(string Host, int Port)
{
    /// <summary>Null when it is no authority of the kind that CONNECT names: <c>host:port</c>.</summary>
    public static ProxyTarget? Parse(string authority)
    {
        int colon = authority.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) || port == 0)
        {
            return null;
        }

        string host = authority[..colon];
        host = host is ['[', .., ']'] ? host[1..^1] : host.TrimEnd('.');
        return Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 ? new ProxyTarget(host.ToLowerInvariant(), port) : null;
    }
}
