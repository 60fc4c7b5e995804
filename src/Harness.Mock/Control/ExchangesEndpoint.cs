using System.Globalization;
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
        IQueryCollection query = http.Request.Query;
        int? status = Number(query, "status");
        int limit = Number(query, "limit") ?? DefaultLimit;
        string? family = query["family"];
        string? code = query["code"];
        IEnumerable<JsonNode> shown = portals.Journal.Newest()
            .Where(e => family is null || string.Equals(e.Family, family, StringComparison.OrdinalIgnoreCase))
            .Where(e => status is null || e.Reply.Status == status)
            .Where(e => code is null || string.Equals(e.Reply.Decision.Code, code, StringComparison.OrdinalIgnoreCase))
            .Take(limit)
            .Select(portals.JournalView.Show);
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

    private static int? Number(IQueryCollection query, string name)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw ControlRequestException.Bad($"'{name}' is '{text}'; write a number.");
    }
}
