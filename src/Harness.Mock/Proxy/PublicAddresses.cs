using System.Net;
using System.Net.Sockets;

namespace Harness.Mock.Proxy;

/// <summary>Which addresses a tunnel may lead to: the internet and this machine, never the networks beside it.</summary>
internal static class PublicAddresses
{
    // Private, link-local (a cloud's metadata service), carrier-grade, documentation, benchmark, multicast and reserved; and what embeds an IPv4 address.
    private static readonly IPNetwork[] Refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
            "fc00::/7", "fe80::/9", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Lets(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || !Refused.Any(network => network.Contains(plain));
    }

    /// <summary>The addresses of a host that a tunnel may lead to; they are what is connected to, so that nobody can change the answer in between.</summary>
    public static async Task<IPAddress[]> Find(string host, CancellationToken cancelled)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            return Lets(literal) ? [literal] : [];
        }

        try
        {
            return [.. (await Dns.GetHostAddressesAsync(host, cancelled)).Where(Lets)];
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
