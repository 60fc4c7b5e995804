using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary>How the control API answers: JSON, and problem+json for what it refuses.</summary>
internal static class ControlAnswer
{
    // Readable for people: only what JSON needs is escaped, and nobody embeds these answers in HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Json(HttpContext http, JsonNode document, int status = StatusCodes.Status200OK) =>
        Write(http, document, status, "application/json; charset=utf-8");

    /// <param name="kind">Kebab-case, stable: clients may tell problems apart by it.</param>
    public static Task Problem(HttpContext http, int status, string kind, string title, string detail) => Write(
        http,
        new JsonObject { ["type"] = $"urn:harness:problem:{kind}", ["title"] = title, ["status"] = status, ["detail"] = detail },
        status,
        "application/problem+json; charset=utf-8");

    private static async Task Write(HttpContext http, JsonNode document, int status, string contentType)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.Headers.CacheControl = "no-store";
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            document.WriteTo(writer);
        }

        http.Response.ContentLength = buffer.Length;
        await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), http.RequestAborted);
    }
}
