namespace Harness.Cli.Recordings;

/// <summary>Where a portal's hosts are reached: at their own names, or below <c>localhost</c> on a mock server.</summary>
internal sealed class PortalAddress(Uri? gateway)
{
    private const string Below = ".localhost";

    public Uri? Gateway { get; } = gateway;

    /// <summary>What the browser opens for an address of the portal's.</summary>
    public string Open(string host, string pathAndQuery) => Gateway is null ? $"https://{host}{pathAndQuery}" : $"{Gateway.Scheme}://{host}{Below}:{Gateway.Port}{pathAndQuery}";

    /// <summary>The portal's own address behind one that the browser called.</summary>
    public string Real(string url) => Gateway is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.EndsWith(Below, StringComparison.OrdinalIgnoreCase)
        ? string.Concat("https://", address.Host.AsSpan(0, address.Host.Length - Below.Length), url.AsSpan(url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3)))
        : url;
}
