using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Mock.Exchanges;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Harness.Mock.Journal;

/// <summary>What a person or program sees of a journal entry: everything but the secrets.</summary>
internal sealed class JournalView(Func<JournalEntry, JsonArray> nearMisses)
{
    private const int LongestBody = 64 * 1024;

    public JsonObject Show(JournalEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["at"] = entry.At,
        ["family"] = entry.Family,
        ["operation"] = entry.Operation,
        ["request"] = ShowRequest(entry),
        ["response"] = new JsonObject
        {
            ["status"] = entry.Reply.Status,
            ["headers"] = ShowReplyHeaders(entry.Reply),
            ["body"] = ShowBody(entry.Reply.Body, entry.Reply.ContentType),
        },
        ["decision"] = ShowDecision(entry.Reply.Decision),
        ["nearMisses"] = entry.Operation is null ? nearMisses(entry) : [],
    };

    private static JsonObject ShowRequest(JournalEntry entry)
    {
        var query = new JsonObject();
        foreach (KeyValuePair<string, StringValues> parameter in QueryHelpers.ParseQuery(entry.QueryString))
        {
            query[parameter.Key] = SecretMask.QueryValue(parameter.Key, parameter.Value.ToString());
        }

        var headers = new JsonObject();
        foreach (KeyValuePair<string, StringValues> header in entry.RequestHeaders)
        {
            headers[header.Key] = SecretMask.Header(header.Key, header.Value.ToString());
        }

        return new JsonObject
        {
            ["method"] = entry.Method,
            ["host"] = entry.Host,
            ["path"] = SecretMask.Text(entry.Path),
            ["query"] = query,
            ["headers"] = headers,
            ["body"] = ShowBody(entry.RequestBody, entry.RequestHeaders.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value),
        };
    }

    private static JsonObject ShowReplyHeaders(Reply reply)
    {
        var headers = new JsonObject();
        if (reply.ContentType is not null)
        {
            headers["Content-Type"] = reply.ContentType;
        }

        foreach (KeyValuePair<string, string> header in reply.Headers)
        {
            string shown = SecretMask.Header(header.Key, header.Value);
            headers[header.Key] = headers[header.Key] is { } earlier ? $"{earlier}, {shown}" : shown;
        }

        return headers;
    }

    private static JsonNode? ShowBody(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        if (contentType is not null && contentType.Contains("octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            return $"({body.Length} bytes)";
        }

        string text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestBody)]);
        return SecretMask.Text(body.Length > LongestBody ? text + "..." : text);
    }

    private static JsonObject ShowDecision(Decision decision) => new()
    {
        ["stage"] = decision.Stage,
        ["code"] = decision.Code,
        ["because"] = decision.Because,
        ["fix"] = decision.Fix,
        ["evidence"] = decision.Evidence switch
        {
            EvidenceGrade.Observed => "observed",
            EvidenceGrade.Documented => "documented",
            EvidenceGrade.Inferred => "inferred",
            _ => null,
        },
        ["source"] = decision.Source,
    };
}
