using System.Text;
using System.Text.Json.Nodes;

namespace Harness.Tests.Stubs.Har;

/// <summary>One call as each exporter writes it.</summary>
internal static class ExportedHar
{
    public const string Body = """{"value":[{"id":1,"name":"standard"}]}""";

    public static readonly IReadOnlyList<string> Exporters = ["Chrome", "Edge", "Firefox", "Playwright", "Fiddler", "mitmproxy"];

    public static byte[] File(string exporter, params IEnumerable<JsonObject> entries)
    {
        var log = new JsonObject { ["version"] = "1.2", ["creator"] = new JsonObject { ["name"] = exporter, ["version"] = "1" } };
        if (exporter is "Chrome" or "Firefox" or "Playwright")
        {
            log["pages"] = new JsonArray(new JsonObject { ["id"] = "page_1", ["title"] = "Portal", ["startedDateTime"] = "2026-06-11T08:14:55.123Z", ["pageTimings"] = new JsonObject() });
        }

        log["entries"] = new JsonArray([.. entries]);
        byte[] json = Encoding.UTF8.GetBytes(new JsonObject { ["log"] = log }.ToJsonString());
        // Fiddler writes a byte order mark.
        return exporter == "Fiddler" ? [.. Encoding.UTF8.Preamble, .. json] : json;
    }

    public static JsonObject Entry(string exporter)
    {
        var request = new JsonObject { ["method"] = "GET", ["url"] = "https://security.microsoft.com/apiproxy/x?top=1", ["httpVersion"] = "http/2.0", ["headers"] = Headers("accept", "application/json") };
        var content = new JsonObject { ["size"] = Body.Length, ["mimeType"] = "application/json; charset=utf-8", ["text"] = Body };
        var response = new JsonObject { ["status"] = 200, ["statusText"] = "", ["httpVersion"] = "http/2.0", ["headers"] = Headers("Content-Type", "application/json"), ["content"] = content };
        var entry = new JsonObject { ["startedDateTime"] = "2026-06-11T08:14:55.123Z", ["time"] = 12.5, ["request"] = request, ["response"] = response };
        Color(exporter, entry, request, response, content);
        return entry;
    }

    // What each of them adds, leaves out and says otherwise.
    private static void Color(string exporter, JsonObject entry, JsonObject request, JsonObject response, JsonObject content)
    {
        switch (exporter)
        {
            case "Chrome" or "Edge":
                entry["_initiator"] = new JsonObject { ["type"] = "script", ["stack"] = new JsonObject { ["callFrames"] = new JsonArray() } };
                entry["_resourceType"] = "fetch";
                entry["_priority"] = "High";
                response["_transferSize"] = 120;
                request["headersSize"] = -1;
                response["bodySize"] = -1;
                break;
            case "Firefox":
                request["headersSize"] = 300;
                response["redirectURL"] = "";
                entry["serverIPAddress"] = "203.0.113.7";
                entry["comment"] = "";
                break;
            case "Playwright":
                content.Remove("text");
                content["_file"] = "body.json";
                entry["_frameref"] = "frame@1";
                request["headersSize"] = -1;
                break;
            case "Fiddler":
                content["encoding"] = "base64";
                content["text"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body));
                entry["_clientIP"] = "127.0.0.1";
                request["bodySize"] = -1;
                break;
            default:
                content["encoding"] = "base64";
                content["text"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Body));
                entry["cache"] = null;
                response["redirectURL"] = null;
                request["postData"] = null;
                break;
        }
    }

    private static JsonArray Headers(string name, string value) => [new JsonObject { ["name"] = name, ["value"] = value }];
}
