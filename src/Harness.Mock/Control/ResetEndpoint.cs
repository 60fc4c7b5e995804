using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>POST reset</c>: sessions, state, clock, journal, faults and tenant back to the start.</summary>
internal sealed class ResetEndpoint(MockPortals portals)
{
    public Task Post(HttpContext http)
    {
        portals.Reset();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
