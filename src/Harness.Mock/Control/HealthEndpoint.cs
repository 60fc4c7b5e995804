using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET health</c>: the server answers, and what it answers for.</summary>
internal sealed class HealthEndpoint(MockPortals portals)
{
    public Task Get(HttpContext http) => ControlAnswer.Json(http, new JsonObject
    {
        ["status"] = "ready",
        ["families"] = portals.Families.Count,
        ["operations"] = portals.Operations.Count,
        ["startupMs"] = portals.StartupMs,
        ["seed"] = portals.Options.Seed,
        ["now"] = portals.Clock.GetUtcNow(),
    });
}
