using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET clock</c>, <c>POST clock</c>: the one clock that cookies, tokens, digests and dates follow.</summary>
internal sealed class ClockEndpoint(MockPortals portals)
{
    public Task Get(HttpContext http) => ControlAnswer.Json(http, new JsonObject { ["now"] = portals.Clock.GetUtcNow() });

    public async Task Post(HttpContext http)
    {
        ControlBody body = await ControlBody.Read(http, "advance", "set");
        TimeSpan? advance = body.Duration("advance");
        string? set = body.Text("set");
        if (advance is null == set is null)
        {
            throw ControlRequestException.Bad("Send either {\"advance\":\"PT1H\"} or {\"set\":\"2026-11-20T08:00:00Z\"}.");
        }

        Move(advance, set);
        await Get(http);
    }

    private void Move(TimeSpan? advance, string? set)
    {
        if (set is not null)
        {
            portals.Clock.Set(DateTimeOffset.TryParse(set, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset to)
                ? to
                : throw ControlRequestException.Bad($"'set' is '{set}'; write a moment such as 2026-11-20T08:00:00Z."));
            return;
        }

        try
        {
            portals.Clock.Advance(advance!.Value);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw ControlRequestException.Bad("'advance' would move the clock out of the years 1 to 9999.");
        }
    }
}
