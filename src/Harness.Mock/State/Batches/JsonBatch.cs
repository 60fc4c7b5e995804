using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Mock.Exchanges;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.State.Batches;

/// <summary>Runs the parts of a JSON batch, one after the other; a part whose forerunner failed is not run.</summary>
internal sealed class JsonBatch(BatchRunner runner)
{
    // Documented for the directory graph, whose batches the portals relay.
    private const int MostParts = 20;

    /// <summary>Null for a body that is no JSON batch.</summary>
    public Reply? Answer(Exchange exchange)
    {
        JsonElement body = BodyCheck.Read(exchange);
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("requests", out JsonElement requests) || requests.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        BatchPart?[] parts = [.. requests.EnumerateArray().Select(BatchPart.Read)];
        if (FindProblem(parts) is { } problem)
        {
            return StateDecisions.Refuse(exchange, problem.What, problem.Fix);
        }

        var responses = new JsonArray();
        Dictionary<string, int> statuses = new(StringComparer.Ordinal);
        foreach (BatchPart part in parts.OfType<BatchPart>())
        {
            JsonObject response = part.DependsOn.All(id => statuses[id] < 400) ? Describe(part, runner.Run(exchange, part)) : Unmet(part);
            statuses[part.Id] = (int)response["status"]!;
            responses.Add(response);
        }

        return new Reply(StatusCodes.Status200OK, BatchCalls.Ran) { ContentType = "application/json", Body = ReadAnswers.Bytes(new JsonObject { ["responses"] = responses }) };
    }

    private static (string What, string Fix)? FindProblem(BatchPart?[] parts)
    {
        if (parts.Length > MostParts)
        {
            return ($"The batch has {parts.Length} parts.", $"Send at most {MostParts}.");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } part)
            {
                return ($"Part {i + 1} of the batch lacks id, method or url.", "Give every part an id, a method and a url.");
            }

            if (part.DependsOn.FirstOrDefault(id => !seen.Contains(id)) is { } unknown)
            {
                return ($"Part '{part.Id}' depends on '{unknown}', which does not come before it.", "Name parts that stand earlier in the batch.");
            }

            if (!seen.Add(part.Id))
            {
                return ($"Two parts of the batch go by the id '{part.Id}'.", "Give every part an id of its own.");
            }
        }

        return null;
    }

    private static JsonObject Describe(BatchPart part, Reply? reply)
    {
        var headers = new JsonObject();
        foreach (KeyValuePair<string, string> header in reply?.Headers ?? [])
        {
            headers[header.Key] = header.Value;
        }

        if (reply?.ContentType is not null)
        {
            headers["Content-Type"] = reply.ContentType;
        }

        var answer = new JsonObject { ["id"] = part.Id, ["status"] = reply?.Status ?? StatusCodes.Status400BadRequest, ["headers"] = headers };
        if (reply is not null && BodyOf(reply) is { } body)
        {
            answer["body"] = body;
        }

        return answer;
    }

    private static JsonObject Unmet(BatchPart part) => new()
    {
        ["id"] = part.Id,
        ["status"] = StatusCodes.Status424FailedDependency,
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = new JsonObject { ["error"] = new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request that this one depends on has failed." } },
    };

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
