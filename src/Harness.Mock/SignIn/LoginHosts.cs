using Harness.Contracts.Routing;
using Harness.Mock.Control;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>Everybody who answers on the sign-in hosts, in order.</summary>
internal sealed class LoginHosts(params IReadOnlyList<ILoginHost> hosts)
{
    public async Task Handle(HttpContext http, RequestAddress address)
    {
        foreach (ILoginHost host in hosts)
        {
            if (await host.Handle(http, address))
            {
                return;
            }
        }

        await ControlAnswer.Problem(
            http, StatusCodes.Status404NotFound, "no-such-endpoint", "Nothing answers here", $"'{address.RawPath}' on {address.Host} is no endpoint of this server.");
    }
}
