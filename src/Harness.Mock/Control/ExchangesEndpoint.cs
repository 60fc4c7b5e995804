using System.Text.Json.Nodes;
using Harness.Mock.Journal;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET exchanges</c>, <c>GET exchanges/{id}</c>, <c>DELETE exchanges</c>: what was asked of the portals and why it was answered so.</summary>
internal sealed class ExchangesEndpoint(MockPortals portals)
{
    private const int DefaultLimit = 100;

    public Task List(HttpContext http)
    {
        ExchangeFilter filter = ExchangeFilter.Read(http.Request.Query);
        int limit = ExchangeFilter.Number(http.Request.Query, "limit") ?? DefaultLimit;
        IEnumerable<JsonNode> shown = portals.Journal.Newest().Where(filter.Lets).Take(limit).Select(portals.JournalView.Show);
        return ControlAnswer.Json(http, new JsonObject { ["exchanges"] = new JsonArray([.. shown]) });
    }

    public Task One(HttpContext http)
    {
        string id = (string)http.Request.RouteValues["id"]!;
        JournalEntry entry = portals.Journal.Find(id)
            ?? throw ControlRequestException.NotFound($"There is no exchange '{id}'; the journal keeps the last {portals.Options.JournalCapacity}.");
        return ControlAnswer.Json(http, portals.JournalView.Show(entry));
    }

    public Task Delete(HttpContext http)
    {
        portals.Journal.Clear();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
