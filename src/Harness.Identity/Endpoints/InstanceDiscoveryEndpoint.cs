using System.Text.Json;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary><c>GET /common/discovery/instance</c>: which hosts are the same service; clients ask before they trust an authority.</summary>
internal sealed class InstanceDiscoveryEndpoint(StsParts sts) : ILoginEndpoint
{
    // Preferred network, preferred cache, aliases: the five clouds of the recorded answer.
    private static readonly (string Network, string Cache, string[] Aliases)[] Clouds =
    [
        ("login.microsoftonline.com", "login.windows.net", ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"]),
        ("login.partner.microsoftonline.cn", "login.partner.microsoftonline.cn", ["login.partner.microsoftonline.cn", "login.chinacloudapi.cn"]),
        ("login.microsoftonline.de", "login.microsoftonline.de", ["login.microsoftonline.de"]),
        ("login.microsoftonline.us", "login.microsoftonline.us", ["login.microsoftonline.us", "login.usgovcloudapi.net"]),
        ("login-us.microsoftonline.com", "login-us.microsoftonline.com", ["login-us.microsoftonline.com"]),
    ];

    public LoginReply Answer(LoginRequest request)
    {
        string? named = request.Query("authorization_endpoint");
        if (request.Query("api-version") is null || !Uri.TryCreate(named, UriKind.Absolute, out Uri? endpoint) || endpoint.Segments.Length < 2)
        {
            throw new LoginRefusedException(AadstsCode.MalformedInstanceDiscovery);
        }

        if (!IsKnown(endpoint, request))
        {
            throw new LoginRefusedException(AadstsCode.UnknownInstance);
        }

        string tenant = endpoint.Segments[1].TrimEnd('/');
        string version = endpoint.AbsolutePath.Contains("/v2.0/", StringComparison.OrdinalIgnoreCase) ? "/v2.0" : "";
        return JsonBody.Reply(200, "instance-discovery", ReplyKind.Discovery, writer =>
        {
            writer.WriteString("tenant_discovery_endpoint", $"https://{endpoint.Authority}/{tenant}{version}/.well-known/openid-configuration");
            writer.WriteString("api-version", request.Query("api-version"));
            writer.WriteStartArray("metadata");
            foreach ((string network, string cache, string[] aliases) in Clouds)
            {
                Write(writer, network, cache, aliases);
            }

            writer.WriteEndArray();
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: true, ReplyKind.Discovery);

    // A loopback address, or a name below localhost, is this mock under a name of its own.
    private static bool IsKnown(Uri endpoint, LoginRequest request) =>
        Clouds.Any(cloud => cloud.Aliases.Contains(endpoint.Host, StringComparer.OrdinalIgnoreCase))
        || endpoint.IsLoopback
        || endpoint.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || request.Address.BaseUrl.Contains($"://{endpoint.Authority}", StringComparison.OrdinalIgnoreCase);

    private static void Write(Utf8JsonWriter writer, string network, string cache, string[] aliases)
    {
        writer.WriteStartObject();
        writer.WriteString("preferred_network", network);
        writer.WriteString("preferred_cache", cache);
        writer.Texts("aliases", aliases);
        writer.WriteEndObject();
    }
}
