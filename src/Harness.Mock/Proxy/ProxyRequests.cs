using System.Net;
using Harness.Contracts.Routing;
using Harness.Mock.Control;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Harness.Mock.Proxy;

/// <summary>Keeps requests that came through the proxy to the mocked hosts: a client that sends everything here must not take the mock for the rest of the internet.</summary>
internal sealed class ProxyRequests(Addressing addressing, RequestDelegate next)
{
    /// <summary>The server's own HTTP port: a client may come to it through the proxy, too.</summary>
    public int OwnPort { get; set; }

    public Task Handle(HttpContext http)
    {
        if (http.Features.Get<ProxiedConnection>() is not { } proxied)
        {
            return next(http);
        }

        RequestAddress address = addressing.Parse(http.Request.Host.Value, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (address.Form is AddressForm.Host or AddressForm.Subdomain || (proxied.Host is null && IsOwn(http.Request.Host)))
        {
            return next(http);
        }

        var refusal = ProxyRefusal.Unencrypted(http.Request.Host.Host);
        return ControlAnswer.Problem(http, refusal.Status, refusal.Kind, refusal.Title, refusal.Detail);
    }

    private bool IsOwn(HostString host) =>
        host.Port == OwnPort && (host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address)));
}
