using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Harness.Mock.Control;

/// <summary>The control API, one line a call.</summary>
internal static class ControlApi
{
    public const string Prefix = "/__harness";

    public static void Map(IEndpointRouteBuilder routes, MockPortals portals, ControlGuard guard)
    {
        RouteGroupBuilder api = routes.MapGroup(Prefix);
        Call("GET", "health", new HealthEndpoint(portals).Get);
        Call("GET", "families", new FamiliesEndpoint(portals).Get);
        Call("GET", "operations", new OperationsEndpoint(portals).Get);
        Call("POST", "sessions", new SessionsEndpoint(portals).Post);
        Call("GET", "clock", new ClockEndpoint(portals).Get);
        Call("POST", "clock", new ClockEndpoint(portals).Post);
        Call("GET", "tenant", new TenantEndpoint(portals).Get);
        Call("PUT", "tenant", new TenantEndpoint(portals).Put);
        Call("GET", "exchanges", new ExchangesEndpoint(portals).List);
        Call("GET", "exchanges/stream", new ExchangeStreamEndpoint(portals).Get);
        Call("GET", "exchanges/{id}", new ExchangesEndpoint(portals).One);
        Call("DELETE", "exchanges", new ExchangesEndpoint(portals).Delete);
        Call("GET", "quirks", new QuirksEndpoint(portals).List);
        Call("POST", "quirks", new QuirksEndpoint(portals).Post);
        Call("DELETE", "quirks", new QuirksEndpoint(portals).Clear);
        Call("DELETE", "quirks/{id}", new QuirksEndpoint(portals).Delete);
        Call("POST", "reset", new ResetEndpoint(portals).Post);

        void Call(string method, string path, RequestDelegate answer) => api.MapMethods(path, [method], http => Guarded(http, guard, answer));
    }

    private static async Task Guarded(HttpContext http, ControlGuard guard, RequestDelegate answer)
    {
        try
        {
            guard.Check(http);
            await answer(http);
        }
        catch (ControlRequestException refused) when (!http.Response.HasStarted)
        {
            await ControlAnswer.Problem(http, refused.Status, refused.Kind, refused.Title, refused.Message);
        }
    }
}
