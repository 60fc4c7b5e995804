using System.Globalization;
using System.Text;
using Harness.Mock.Exchanges;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Mock.State.Batches;

/// <summary>Runs an OData batch in its older form: HTTP messages in multipart/mixed, writes that belong together in a change set of their own.</summary>
/// <remarks>Dataverse and SharePoint take it. A reference to what an earlier part created (<c>$1</c>) is not resolved.</remarks>
internal sealed class MultipartBatch(BatchRunner runner, EntityChanges changes)
{
    /// <summary>Null for a body of another content type.</summary>
    public Reply? Answer(Exchange exchange)
    {
        if (MultipartBody.BoundaryOf(exchange.Header("Content-Type")) is not { } boundary)
        {
            return null;
        }

        if (MultipartBody.Read(MultipartBody.Text(exchange.Body.Span), boundary) is not { } batch)
        {
            return StateDecisions.Refuse(exchange, $"The body has no parts between '--{boundary}' and '--{boundary}--'.", "Begin every part with the boundary of the Content-Type header.");
        }

        if (batch.Parts.Count > BatchCalls.MostParts)
        {
            return StateDecisions.Refuse(exchange, $"The batch has {batch.Parts.Count} parts.", $"Send at most {BatchCalls.MostParts}.");
        }

        string answered = $"batchresponse_{exchange.RequestId:D}";
        var text = new StringBuilder();
        int number = 0;
        foreach ((IReadOnlyDictionary<string, string> headers, string content) in batch.Parts)
        {
            number++;
            text.Append("--").Append(answered).Append("\r\n");
            if (MultipartBody.BoundaryOf(headers.GetValueOrDefault("Content-Type")) is { } inner)
            {
                AppendSet(text, exchange, MultipartBody.Read(content, inner), $"changesetresponse_{exchange.RequestId:D}_{number}");
            }
            else
            {
                Append(text, Run(exchange, content, headers, number.ToString(CultureInfo.InvariantCulture)), null);
            }
        }

        text.Append("--").Append(answered).Append("--\r\n");
        return new Reply(StatusCodes.Status200OK, BatchCalls.Ran) { ContentType = $"multipart/mixed; boundary={answered}", Body = MultipartBody.Bytes(text.ToString()) };
    }

    // All or nothing: after a failure the world is as it was, and the set is answered by the failure alone.
    private void AppendSet(StringBuilder text, Exchange exchange, MultipartBody? set, string boundary)
    {
        string profile = exchange.Tenant.Profile;
        ChangeSet? before = changes.Of(profile);
        List<(Reply? Reply, string? Id)> replies = [];
        foreach ((IReadOnlyDictionary<string, string> headers, string content) in set?.Parts ?? [])
        {
            string? id = headers.GetValueOrDefault("Content-ID");
            Reply? reply = Run(exchange, content, headers, $"{boundary}-{replies.Count + 1}");
            replies.Add((reply, id));
            if (reply is null or { Status: >= 400 })
            {
                changes.Change(profile, _ => before ?? ChangeSet.For(profile));
                Append(text, reply, id);
                return;
            }
        }

        text.Append("Content-Type: multipart/mixed; boundary=").Append(boundary).Append("\r\n\r\n");
        foreach ((Reply? reply, string? id) in replies)
        {
            text.Append("--").Append(boundary).Append("\r\n");
            Append(text, reply, id);
        }

        text.Append("--").Append(boundary).Append("--\r\n");
    }

    private Reply? Run(Exchange exchange, string message, IReadOnlyDictionary<string, string> headers, string number)
    {
        string text = message.TrimStart('\n');
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        string[] words = (line < 0 ? text : text[..line]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (headers.GetValueOrDefault("Content-Type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true || words.Length is < 2 or > 3)
        {
            return null;
        }

        (IReadOnlyDictionary<string, string> own, string body) = line < 0 ? (new Dictionary<string, string>(), "") : MultipartBody.Split(text[(line + 1)..]);
        string trimmed = body.TrimEnd('\n');
        return runner.Run(exchange, new BatchPart(number, words[0].ToUpperInvariant(), words[1], [.. own.Select(h => (h.Key, h.Value))], MultipartBody.Bytes(trimmed)));
    }

    private static void Append(StringBuilder text, Reply? reply, string? id)
    {
        int status = reply?.Status ?? StatusCodes.Status400BadRequest;
        text.Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (id is not null)
        {
            text.Append("Content-ID: ").Append(id).Append("\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\r\nHTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        foreach (KeyValuePair<string, string> header in reply?.Headers ?? [])
        {
            text.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        }

        if (reply?.ContentType is not null)
        {
            text.Append("Content-Type: ").Append(reply.ContentType).Append("\r\n");
        }

        text.Append("\r\n").Append(reply is null ? "" : MultipartBody.Text(reply.Body.Span)).Append("\r\n");
    }
}
