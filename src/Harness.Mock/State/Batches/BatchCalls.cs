using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Routing;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.State.Batches;

/// <summary>Runs the parts of a JSON batch, one after the other, as calls of their own with the batch's credentials.</summary>
internal sealed class BatchCalls(PortalTable portals, Func<Exchange, Reply> pipeline)
{
    private const int MostParts = 20;
    private const string Segment = "/$batch";

    private static readonly Decision Ran = new(
        Stages.State, "served", "Every part of the batch went through the same stages as a call of its own; its status stands in the answer.", null, null, null);

    /// <summary>Null for a body that is no JSON batch.</summary>
    public Reply? Answer(Exchange exchange)
    {
        JsonElement body = BodyCheck.Read(exchange);
        if (!exchange.Path.EndsWith(Segment, StringComparison.OrdinalIgnoreCase) || body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("requests", out JsonElement requests) || requests.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        if (requests.GetArrayLength() > MostParts)
        {
            return StateDecisions.Refuse(exchange, $"The batch has {requests.GetArrayLength()} parts.", $"Send at most {MostParts}.");
        }

        var responses = new JsonArray();
        int place = 0;
        foreach (JsonElement request in requests.EnumerateArray())
        {
            place++;
            if (BatchPart.Read(request) is not { } part)
            {
                return StateDecisions.Refuse(exchange, $"Part {place} of the batch lacks id, method or url.", "Give every part an id, a method and a url.");
            }

            responses.Add(Run(exchange, part));
        }

        return new Reply(StatusCodes.Status200OK, Ran) { ContentType = "application/json", Body = ReadAnswers.Bytes(new JsonObject { ["responses"] = responses }) };
    }

    private JsonObject Run(Exchange batch, BatchPart part)
    {
        string root = batch.Path[..^Segment.Length];
        int question = part.Url.IndexOf('?', StringComparison.Ordinal);
        string path = root + "/" + (question < 0 ? part.Url : part.Url[..question]).TrimStart('/');
        bool isSendable = part.Method.All(char.IsAsciiLetter) && !path.EndsWith(Segment, StringComparison.OrdinalIgnoreCase);
        if (!isSendable || part.Url.Contains("://", StringComparison.Ordinal) || portals.Find(batch.Host, path) is not { } portal)
        {
            return new JsonObject { ["id"] = part.Id, ["status"] = 400, ["headers"] = new JsonObject(), ["body"] = null };
        }

        var address = new RequestAddress(batch.Address.Form, batch.Host, path, batch.Address.Prefix);
        var call = new Exchange(Copy(batch, part, question < 0 ? "" : part.Url[question..]), $"{batch.Id}-{part.Id}", batch.At, batch.Tenant, address)
        {
            Portal = portal,
            Body = part.Body,
        };
        Reply reply = pipeline(call);
        var headers = new JsonObject();
        foreach (KeyValuePair<string, string> header in reply.Headers)
        {
            headers[header.Key] = header.Value;
        }

        if (reply.ContentType is not null)
        {
            headers["Content-Type"] = reply.ContentType;
        }

        return new JsonObject { ["id"] = part.Id, ["status"] = reply.Status, ["headers"] = headers, ["body"] = BodyOf(reply) };
    }

    private static DefaultHttpContext Copy(Exchange batch, BatchPart part, string query)
    {
        HttpRequest from = batch.Http.Request;
        var http = new DefaultHttpContext();
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header in from.Headers)
        {
            if (!header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && !header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                http.Request.Headers[header.Key] = header.Value;
            }
        }

        foreach ((string name, string value) in part.Headers)
        {
            http.Request.Headers[name] = value;
        }

        http.Request.Scheme = from.Scheme;
        http.Request.Method = part.Method;
        http.Request.QueryString = new QueryString(query);
        http.RequestAborted = batch.Http.RequestAborted;
        return http;
    }

    private static JsonNode? BodyOf(Reply reply)
    {
        if (reply.Body.IsEmpty)
        {
            return null;
        }

        if (reply.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
        {
            return JsonNode.Parse(reply.Body.Span);
        }

        return reply.ContentType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true
            ? Encoding.UTF8.GetString(reply.Body.Span)
            : Convert.ToBase64String(reply.Body.Span);
    }
}
