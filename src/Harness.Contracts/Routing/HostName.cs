namespace Harness.Contracts.Routing;

/// <summary>Reads the host out of what a client puts into a Host header or a URL.</summary>
public static class HostName
{
    /// <summary>Without port and without the dot that may end a full name; brackets of an IPv6 address stay.</summary>
    public static ReadOnlySpan<char> WithoutPort(ReadOnlySpan<char> authority)
    {
        ReadOnlySpan<char> host = authority.Trim();
        if (!host.IsEmpty && host[0] == '[')
        {
            int close = host.IndexOf(']');
            return close < 0 ? host : host[..(close + 1)];
        }

        // More than one colon and no brackets: an IPv6 address written as it should not be, which has no port.
        int colon = host.IndexOf(':');
        if (colon >= 0 && colon == host.LastIndexOf(':'))
        {
            host = host[..colon];
        }

        return host.Length > 1 && host[^1] == '.' ? host[..^1] : host;
    }
}
