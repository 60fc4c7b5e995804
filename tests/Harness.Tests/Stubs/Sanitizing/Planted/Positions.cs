using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>Every place that values are planted in.</summary>
internal static class Positions
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly IReadOnlyList<Position> All =
    [
        new("request header", false, (e, n, v) => Header(e, "request", n, v)),
        new("response header", false, (e, n, v) => Header(e, "response", n, v)),
        new("Location", false, (e, n, v) => Header(e, "response", "Location", $"https://portal.azure.com/x?{n}={Uri.EscapeDataString(v)}")),
        new("redirectURL", false, (e, n, v) => e["response"]!["redirectURL"] = $"https://portal.azure.com/x?{n}={Uri.EscapeDataString(v)}"),
        new("Cookie", false, (e, n, v) => Header(e, "request", "Cookie", $"a=1; {n}={Uri.EscapeDataString(v)}; b=2")),
        new("Set-Cookie", false, (e, n, v) => Header(e, "response", "Set-Cookie", $"{n}={Uri.EscapeDataString(v)}; path=/; secure")),
        new("cookies of the request", false, (e, n, v) => Field(e, "request", "cookies", n, v)),
        new("cookies of the response", false, (e, n, v) => Field(e, "response", "cookies", n, v)),
        new("query", true, (e, n, v) => e["request"]!["url"] += $"?{n}={Uri.EscapeDataString(v)}"),
        new("query encoded twice", true, (e, n, v) => e["request"]!["url"] += $"?next={Uri.EscapeDataString($"https://portal.azure.com/?{n}={Uri.EscapeDataString(v)}")}"),
        new("fragment", true, (e, n, v) => e["request"]!["url"] += $"#{n}={Uri.EscapeDataString(v)}"),
        new("queryString", true, (e, n, v) => Field(e, "request", "queryString", n, v)),
        new("form", true, (e, n, v) => Post(e, "application/x-www-form-urlencoded", $"a=1&{n}={Uri.EscapeDataString(v)}&b=2")),
        new("form fields", true, (e, n, v) => e["request"]!["postData"] = new JsonObject { ["mimeType"] = "application/x-www-form-urlencoded", ["params"] = new JsonArray(new JsonObject { ["name"] = n, ["value"] = v }) }),
        new("multipart", true, (e, n, v) => Post(e, "multipart/form-data; boundary=--x1", $"----x1\r\nContent-Disposition: form-data; name=\"{n}\"\r\n\r\n{v}\r\n----x1--\r\n")),
        new("batch", true, (e, n, v) => Post(e, "multipart/mixed; boundary=batch_1", $"--batch_1\r\nContent-Type: application/http\r\n\r\nPOST /x HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{Json(n, v)}\r\n--batch_1--\r\n")),
        new("JSON body", true, (e, n, v) => Body(e, Json(n, v))),
        new("JSON request", true, (e, n, v) => Post(e, "application/json", Json(n, v))),
        new("deep JSON", true, (e, n, v) => Body(e, $$"""{"value":[{"items":[[{{Json(n, v)}}]]}],"count":1}""")),
        new("JSON list", true, (e, n, v) => Body(e, new JsonObject { [n] = new JsonArray(v, v) }.ToJsonString(Relaxed))),
        new("JSON in a string", true, (e, n, v) => Body(e, Json("payload", Json(n, v)))),
        new("JSON in a string in a string", true, (e, n, v) => Body(e, Json("payload", Json("inner", Json(n, v))))),
        new("name and value", true, (e, n, v) => Body(e, $$"""{"settings":[{"name":{{JsonSerializer.Serialize(n)}},"value":{{JsonSerializer.Serialize(v)}}}]}""")),
        new("base64 of JSON", true, (e, n, v) => Body(e, Json("blob", Convert.ToBase64String(Encoding.UTF8.GetBytes(Json(n, v)))))),
        new("URL base64 of JSON", true, (e, n, v) => Body(e, Json("blob", Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json(n, v)))))),
        new("compressed JSON in base64", true, (e, n, v) => Body(e, Json("blob", Gzip(Json(n, v))))),
        new("base64 body", true, (e, n, v) => Base64Body(e, Json(n, v))),
        new("hidden input", true, (e, n, v) => Body(e, $"<html><body><input type=\"hidden\" name=\"{n}\" value=\"{WebUtility.HtmlEncode(v)}\"/></body></html>", "text/html")),
        new("page script", true, (e, n, v) => Body(e, $"<html><head><script>$Config={Json(n, v)};</script></head></html>", "text/html")),
        new("script variable", true, (e, n, v) => Body(e, $"<html><script nonce=\"\">var q=1; window.cfg = {{ {n.Trim('$')}: {JsonSerializer.Serialize(v)} , f: function(){{}} }};</script></html>", "text/html")),
        new("XML", true, (e, n, v) => Body(e, $"<?xml version=\"1.0\"?><r><{n.Trim('$')}>{WebUtility.HtmlEncode(v)}</{n.Trim('$')}></r>", "application/xml")),
        new("event stream", true, (e, n, v) => Body(e, $"event: m\ndata: {Json(n, v)}\n\n", "text/event-stream")),
        new("JSON lines", true, (e, n, v) => Body(e, $"{Json("a", "b")}\n{Json(n, v)}\n", "application/x-ndjson")),
        new("table", true, (e, n, v) => Body(e, $"Id,{n.Trim('$')},Count\n1,\"{v.Replace("\n", " ", StringComparison.Ordinal)}\",2\n", "text/csv")),
        new("guarded JSON", true, (e, n, v) => Body(e, ")]}',\n" + Json(n, v))),
        new("cut-off JSON", true, (e, n, v) => Body(e, $$"""{"value":[{{Json(n, v)}},{"a":"b""")),
        new("socket text", true, (e, n, v) => Frames(e, Json(n, v))),
        new("SignalR frame", true, (e, n, v) => Frames(e, Json(n, v) + "\u001e")),
        new("claim of a token", true, (e, n, v) => Body(e, Json("token1", $"eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json(n, v)))}.c2lnbmF0dXJl"))),
        new("percent-encoded JSON", true, (e, n, v) => Body(e, Json("payload", Uri.EscapeDataString(Json(n, v))))),
        new("JSON with entities", true, (e, n, v) => Body(e, Json("payload", WebUtility.HtmlEncode(Json(n, v))))),
        new("picture", true, (e, _, v) => Picture(e, v)),
        new("comment", true, (e, n, v) => e["comment"] = v),
        new("initiator", true, (e, n, v) => e["_initiator"] = new JsonObject { ["url"] = v }),
        new("unknown member", true, (e, n, v) => e["_custom"] = new JsonObject { [n] = v }),
    ];

    public static readonly Position FreeText = new("free text", false, (e, _, v) => Body(e, Json("message", $"The operation on '{v}' was not completed, try again.")));

    public static readonly Position Path = new("path", false, (e, _, v) => e["request"]!["url"] += $"/{Uri.EscapeDataString(v)}/x");

    /// <summary>A value under its name, and once more in a sentence that names nothing.</summary>
    public static readonly Position Sentence = new("sentence", true, (e, n, v) => Body(e, new JsonObject { ["value"] = new JsonArray(new JsonObject { [n] = v }), ["message"] = $"principal '{v}' is not assigned" }.ToJsonString(Relaxed)));

    public static void Body(JsonObject entry, string text, string type = "application/json") =>
        entry["response"]!["content"] = new JsonObject { ["size"] = text.Length, ["mimeType"] = type, ["text"] = text };

    private static string Json(string name, string value) => new JsonObject { [name] = value }.ToJsonString(Relaxed);

    private static void Header(JsonObject entry, string side, string name, string value) => Field(entry, side, "headers", name, value.Replace("\n", " ", StringComparison.Ordinal));

    private static void Field(JsonObject entry, string side, string list, string name, string value) => entry[side]![list]!.AsArray().Add(new JsonObject { ["name"] = name, ["value"] = value });

    private static void Post(JsonObject entry, string type, string text) => entry["request"]!["postData"] = new JsonObject { ["mimeType"] = type, ["text"] = text };

    private static void Base64Body(JsonObject entry, string text) => entry["response"]!["content"] = new JsonObject
    {
        ["size"] = text.Length,
        ["mimeType"] = "application/octet-stream",
        ["encoding"] = "base64",
        ["text"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
    };

    private static void Picture(JsonObject entry, string value) => entry["response"]!["content"] = new JsonObject
    {
        ["size"] = 100,
        ["mimeType"] = "image/png",
        ["encoding"] = "base64",
        ["text"] = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, .. Encoding.UTF8.GetBytes(value), 0, 255]),
    };

    private static void Frames(JsonObject entry, string data) => entry["_webSocketMessages"] = new JsonArray(
        new JsonObject { ["type"] = "send", ["time"] = 1.5, ["opcode"] = 1, ["data"] = data },
        new JsonObject { ["type"] = "receive", ["time"] = 1.6, ["opcode"] = 2, ["data"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(data)) });

    private static string Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
