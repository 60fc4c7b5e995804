using System.Text.Json.Nodes;
using System.Xml;
using Harness.Contracts.Operations;
using Harness.Mock.Faults;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET</c>, <c>POST</c>, <c>DELETE quirks</c>: faults switched on by hand.</summary>
internal sealed class QuirksEndpoint(MockPortals portals)
{
    private static readonly TimeSpan LongestLatency = TimeSpan.FromMinutes(10);

    public Task List(HttpContext http) =>
        ControlAnswer.Json(http, new JsonObject { ["quirks"] = new JsonArray([.. portals.Faults.All().Select(Show)]) });

    public async Task Post(HttpContext http)
    {
        ControlBody body = await ControlBody.Read(
            http, "family", "operation", "kind", "status", "count", "rate", "retryAfter", "latency", "body", "contentType");
        FaultEntry entry = portals.Faults.Add(Read(body));
        await ControlAnswer.Json(http, Show(entry), StatusCodes.Status201Created);
    }

    public Task Clear(HttpContext http)
    {
        portals.Faults.Clear();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task Delete(HttpContext http)
    {
        string id = (string)http.Request.RouteValues["id"]!;
        http.Response.StatusCode = portals.Faults.Remove(id)
            ? StatusCodes.Status204NoContent
            : throw ControlRequestException.NotFound($"There is no quirk '{id}'; GET /__harness/quirks lists them.");
        return Task.CompletedTask;
    }

    // Everything is read before the board gives out an id, so that a refused call leaves no trace.
    private Func<string, FaultRule> Read(ControlBody body)
    {
        FaultKind kind = Kind(body.RequiredText("kind"));
        string? family = body.Text("family") is { } id ? portals.FindFamily(id).Id : null;
        PathGlob? operation = Operation(body.Text("operation"));
        int? status = body.Integer("status", 200, 599);
        int? count = body.Integer("count", 1, int.MaxValue);
        double rate = body.Share("rate") ?? 1;
        int? retryAfter = body.Integer("retryAfter", 0, 86_400);
        TimeSpan latency = Latency(body, kind);
        string text = body.Text("body") ?? "";
        string? contentType = body.Text("contentType");
        return ruleId => new FaultRule
        {
            Id = ruleId,
            Kind = kind,
            Family = family,
            Operation = operation,
            Status = status,
            Count = count,
            Rate = rate,
            RetryAfter = retryAfter,
            Latency = latency,
            Body = text,
            ContentType = contentType,
        };
    }

    private static FaultKind Kind(string text) => text switch
    {
        "throttle" => FaultKind.Throttle,
        "latency" => FaultKind.Latency,
        "error" => FaultKind.Error,
        "reset" => FaultKind.Reset,
        _ => throw ControlRequestException.Bad($"'kind' is '{text}'; write throttle, latency, error or reset."),
    };

    private static PathGlob? Operation(string? text)
    {
        try
        {
            return text is null ? null : PathGlob.Parse(text);
        }
        catch (FormatException)
        {
            throw ControlRequestException.Bad($"'operation' is '{text}'; write a path or path glob from its first slash on, after a method if only one is meant: GET /apiproxy/mtp/**.");
        }
    }

    private static TimeSpan Latency(ControlBody body, FaultKind kind)
    {
        TimeSpan? latency = body.Duration("latency");
        if (latency is null && kind == FaultKind.Latency)
        {
            throw ControlRequestException.Bad("'latency' is missing; write how long an answer is held back, such as PT2S.");
        }

        return latency < TimeSpan.Zero || latency > LongestLatency
            ? throw ControlRequestException.Bad("'latency' must be at most PT10M, and not negative.")
            : latency ?? TimeSpan.Zero;
    }

    private static JsonObject Show(FaultEntry entry)
    {
        FaultRule rule = entry.Rule;
        return new JsonObject
        {
            ["id"] = rule.Id,
            ["kind"] = rule.Kind.ToString().ToLowerInvariant(),
            ["family"] = rule.Family,
            ["operation"] = rule.Operation?.Text,
            ["status"] = rule.Status,
            ["count"] = rule.Count,
            ["rate"] = rule.Rate,
            ["retryAfter"] = rule.RetryAfter,
            ["latency"] = rule.Latency > TimeSpan.Zero ? XmlConvert.ToString(rule.Latency) : null,
            ["hits"] = entry.Hits,
            ["spent"] = entry.IsSpent,
        };
    }
}
