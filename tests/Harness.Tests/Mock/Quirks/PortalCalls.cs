using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

/// <summary>Calls that bring the very session they need.</summary>
internal static class PortalCalls
{
    public static async Task<PortalSession> SessionFor(this RunningServer server, string family, string method, string host, string path, string? persona = null) =>
        await server.Session(family, persona is null
            ? new { @for = new { method, host, path } }
            : new { persona, @for = new { method, host, path } });

    public static async Task<PortalAnswer> Call(
        this RunningServer server, string family, string method, string host, string path, string? persona = null, string? body = null, string contentType = "application/json")
    {
        PortalSession session = await server.SessionFor(family, method, host, path.Split('?')[0], persona);
        return await server.Call(method, host + path, session, r => Fill(r, body, contentType));
    }

    public static void Fill(HttpRequestMessage request, string? body, string contentType = "application/json")
    {
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    public static async Task<PortalAnswer> WithToken(this RunningServer server, string family, string host, string path, string token)
    {
        PortalSession session = await server.SessionFor(family, "GET", host, path.Split('?')[0]);
        session.Headers["Authorization"] = "Bearer " + token;
        return await server.Call("GET", host + path, session);
    }

    public static string Text(this JsonNode? node, string pointer) =>
        pointer.Split('/').Aggregate(node, (at, step) => int.TryParse(step, out int index) ? at![index] : at![step])!.GetValue<string>();
}
