using System.Text.Json.Nodes;

namespace Harness.Tests.Support;

/// <summary>Makes the calls that the server itself says succeed.</summary>
internal static class ExampleCallExtensions
{
    public static async Task<IReadOnlyList<OperationRow>> Operations(this RunningServer server, string filter = "") =>
        [.. ((JsonArray)(await server.Control($"operations{filter}"))["operations"]!).Select(o => new OperationRow((JsonObject)o!))];

    /// <summary>Credentials for that very call.</summary>
    public static Task<PortalSession> SessionFor(this RunningServer server, OperationRow row, object? more = null)
    {
        var wish = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { }) as JsonObject ?? [];
        wish["for"] = new JsonObject { ["method"] = row.Method, ["host"] = row.Host, ["path"] = row.ExamplePath };
        return server.Session(row.Family, wish);
    }

    public static Task<PortalAnswer> Call(this RunningServer server, OperationRow row, PortalSession? session, Action<HttpRequestMessage>? change = null) =>
        server.Call(row.Method, row.Target(session?.Query), session, request =>
        {
            row.PutBody(request);
            change?.Invoke(request);
        });
}
