using System.Text;
using System.Text.Json.Nodes;
using Harness.Stubs.Sanitizing.Containers;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans one entry of a HAR, member by member; a member that nobody here knows is cleaned as JSON of any kind.</summary>
internal sealed class EntryRewriter(Scrubber scrubber)
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "startedDateTime", "time", "timings", "cache", "pageref", "connection", "_priority", "_resourceType", "_monotonicTime", "_transferSize", "_fetchedViaServiceWorker" };
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal) { "serverIPAddress", "_serverPort", "_initiator", "_initiators", "comment", "_securityDetails", "_frameref" };

    private readonly BodyScrubber _bodies = new(scrubber);

    public void Rewrite(JsonObject entry)
    {
        foreach (string name in entry.Select(m => m.Key).ToArray())
        {
            if (Remarks.Contains(name) && scrubber.Has(RemarkRule.Name))
            {
                entry.Remove(name);
                scrubber.Report.Count(RemarkRule.Name);
            }
            else if (name == "request" && entry[name] is JsonObject request)
            {
                Request(request);
            }
            else if (name == "response" && entry[name] is JsonObject response)
            {
                Response(response);
            }
            else if (name == "_webSocketMessages" && entry[name] is JsonArray frames)
            {
                new FrameRewriter(scrubber).Rewrite(frames);
            }
            else if (!Kept.Contains(name) || entry[name] is JsonObject or JsonArray)
            {
                Put(entry, name, AnyJson(entry[name]));
            }
        }
    }

    private void Request(JsonObject request)
    {
        foreach (string name in request.Select(m => m.Key).ToArray())
        {
            switch (name)
            {
                case "method" or "httpVersion" or "headersSize" or "bodySize" when JsonText.Of(request[name]) is null or { Length: <= 12 }:
                    break;
                case "url" when JsonText.Of(request[name]) is { } url:
                    JsonText.Set(request, name, url, scrubber.Shapes(url.Length == 0 ? " " : url, new Field(FieldPlace.Path, "")).TrimStart(' '));
                    break;
                case "queryString" when request[name] is JsonArray query:
                    Fields(query, FieldPlace.Query);
                    break;
                case "postData" when request[name] is JsonObject body:
                    Body(body);
                    break;
                default:
                    Member(request, name);
                    break;
            }
        }
    }

    private void Response(JsonObject response)
    {
        foreach (string name in response.Select(m => m.Key).ToArray())
        {
            switch (name)
            {
                case "status" or "httpVersion" or "headersSize" or "bodySize" or "_transferSize" when JsonText.Of(response[name]) is null or { Length: <= 12 }:
                    break;
                case "content" when response[name] is JsonObject content:
                    Decode(content, response["headers"] as JsonArray);
                    Body(content);
                    break;
                case "redirectURL" when JsonText.Of(response[name]) is { } url:
                    JsonText.Set(response, name, url, scrubber.Text(url, Field.Plain));
                    break;
                default:
                    Member(response, name);
                    break;
            }
        }
    }

    // Some exporters write a body as it came over the wire: unpacked it can be cleaned, and read.
    private static void Decode(JsonObject content, JsonArray? headers)
    {
        string? encoding = headers?.OfType<JsonObject>().Where(h => "content-encoding".Equals(JsonText.Of(h["name"]), StringComparison.OrdinalIgnoreCase)).Select(h => JsonText.Of(h["value"])).FirstOrDefault();
        if (encoding is null || JsonText.Of(content["encoding"]) != "base64" || JsonText.Of(content["text"]) is not { } text || !System.Buffers.Text.Base64.IsValid(text))
        {
            return;
        }

        if (EncodedBody.Decode(Convert.FromBase64String(text), encoding) is { Length: > 0 } plain)
        {
            content["text"] = Convert.ToBase64String(plain);
        }
    }

    private void Member(JsonObject owner, string name)
    {
        if (name is "headers" or "cookies" && owner[name] is JsonArray fields)
        {
            Fields(fields, name == "headers" ? FieldPlace.Header : FieldPlace.Cookie);
        }
        else if (name == "comment" && scrubber.Has(RemarkRule.Name))
        {
            owner.Remove(name);
        }
        else
        {
            Put(owner, name, AnyJson(owner[name], LabelText.Normalize(name)));
        }
    }

    private void Fields(JsonArray fields, FieldPlace place)
    {
        foreach (JsonObject field in fields.OfType<JsonObject>())
        {
            string name = JsonText.Of(field["name"]) ?? "";
            foreach (string member in field.Select(m => m.Key).ToArray())
            {
                if (JsonText.Of(field[member]) is not { } value)
                {
                    continue;
                }

                JsonText.Set(field, member, value, member switch
                {
                    "name" => place is FieldPlace.Header ? value : scrubber.UsualShapes(value + "=", Field.Plain)[..^1],
                    "value" => Value(place, name, value),
                    "expires" or "sameSite" => value,
                    "path" or "domain" => scrubber.Text(value, Field.Named(FieldPlace.Header, member)),
                    _ => scrubber.Text(value, Field.Named(FieldPlace.Json, member)),
                });
            }
        }
    }

    private string Value(FieldPlace place, string name, string value)
    {
        if (place == FieldPlace.Header)
        {
            return HeaderText.Rewrite(name, value, scrubber);
        }

        // Browsers give these decoded, Playwright as they were sent.
        return scrubber.Text(value, Field.Named(place, name));
    }

    private void Body(JsonObject body)
    {
        string mediaType = (JsonText.Of(body["mimeType"]) ?? "").Split(';')[0].Trim().ToLowerInvariant();
        bool isBase64 = (JsonText.Of(body["encoding"]) ?? JsonText.Of(body["_encoding"])) == "base64";
        foreach (string name in body.Select(m => m.Key).ToArray())
        {
            string? text = JsonText.Of(body[name]);
            if (name == "text" && text is not null)
            {
                string clean = (isBase64 ? _bodies.Base64(text, mediaType) : null) ?? _bodies.Text(text, mediaType);
                JsonText.Set(body, name, text, clean);
                Resize(body, isBase64 ? (clean.Length - text.Length) / 4 * 3 : Encoding.UTF8.GetByteCount(clean) - Encoding.UTF8.GetByteCount(text));
            }
            else if (name == "params" && body[name] is JsonArray fields)
            {
                Fields(fields, FieldPlace.Form);
            }
            else if (name == "comment" && scrubber.Has(RemarkRule.Name))
            {
                body.Remove(name);
            }
            else if (name is not ("mimeType" or "encoding" or "_encoding" or "size" or "compression" or "_file" or "_sha1"))
            {
                Put(body, name, AnyJson(body[name]));
            }
            else if (text is not null && name is "mimeType" or "_file")
            {
                JsonText.Set(body, name, text!, name == "_file" ? SideFileText.Clean(text!, scrubber) : scrubber.UsualShapes(text + " ", Field.Plain)[..^1]);
            }
        }

        if (body["_sha1"] is not null)
        {
            body.Remove("_sha1");
        }
    }

    // A size that is larger than its text tells that the browser cut it: that must be as true of the clean text, and no truer.
    private static void Resize(JsonObject body, int more)
    {
        if (more != 0 && body["size"] is JsonValue size && size.TryGetValue(out int before) && before > 0)
        {
            body["size"] = Math.Max(0, before + more);
        }
    }

    private JsonNode? AnyJson(JsonNode? node, string label = "") => node switch
    {
        null => null,
        JsonValue when JsonText.Of(node) is { } text => JsonValue.Create(scrubber.Text(text, new Field(FieldPlace.Json, label))),
        JsonValue value => value.DeepClone(),
        JsonObject { Count: 0 } or JsonArray { Count: 0 } => node,
        _ => Tree(node, label),
    };

    private static void Put(JsonObject owner, string name, JsonNode? clean)
    {
        if (!ReferenceEquals(owner[name], clean))
        {
            owner[name] = clean;
        }
    }

    private JsonNode? Tree(JsonNode node, string label)
    {
        string json = node.ToJsonString(), clean = JsonRewriter.Rewrite(json, scrubber, isToken: false, label);
        return ReferenceEquals(json, clean) ? node : JsonNode.Parse(clean);
    }
}
