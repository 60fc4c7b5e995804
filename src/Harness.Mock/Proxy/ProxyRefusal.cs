using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Mock.Proxy;

/// <summary>What a client is told instead of being given its tunnel.</summary>
/// <param name="Kind">Kebab-case, stable.</param>
internal sealed record ProxyRefusal(int Status, string Kind, string Title, string Detail)
{
    public static readonly ProxyRefusal Malformed = new(400, "connect-malformed", "The CONNECT is not understood", "Send 'CONNECT host:443 HTTP/1.1'.");

    public static readonly ProxyRefusal TooLong = new(431, "connect-too-long", "The CONNECT does not end", $"Its headers may have {ProxyHeadReader.MostBytes} bytes.");

    public static readonly ProxyRefusal TooSlow = new(408, "connect-too-slow", "No request came", "Send a whole request as the connection begins.");

    public static ProxyRefusal Undeclared(string host) => new(
        403,
        "host-refused",
        "No portal has this host",
        $"'{host}' is no host of this server. Put it into NO_PROXY, or start with --proxy-pass-through to reach hosts that are not mocked.");

    public static ProxyRefusal Unencrypted(string host) => new(
        403, "host-refused", "No portal has this host", $"'{host}' is no host of this server, and only tunnels are passed on. Put it into NO_PROXY, or call it with https.");

    public static ProxyRefusal Port(ProxyTarget target) => new(
        403, "port-refused", "A mocked host answers on port 443 only", $"'{target.Host}' is mocked, so port {target.Port} of it leads nowhere. Leave the port out of the address.");

    public static ProxyRefusal Protected(string host) => new(
        403, "portal-refused", "A portal's real host is never passed on to", $"'{host}' belongs to a portal that this server was told not to serve. Start it with that family.");

    public static ProxyRefusal Unreachable(ProxyTarget target) => new(
        502, "host-unreachable", "The host cannot be reached", $"'{target.Host}' has no public address, or does not answer on port {target.Port}.");

    /// <summary>Writes it as the last thing on the connection.</summary>
    public async Task Write(ConnectionContext connection)
    {
        var document = new JsonObject { ["type"] = $"urn:harness:problem:{Kind}", ["title"] = Title, ["status"] = Status, ["detail"] = Detail };
        string body = document.ToJsonString();
        string head = $"HTTP/1.1 {Status} {ReasonPhrases.GetReasonPhrase(Status)}\r\nContent-Type: application/problem+json; charset=utf-8\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        await connection.Transport.Output.WriteAsync(Encoding.UTF8.GetBytes(head + body), CancellationToken.None);
    }
}
