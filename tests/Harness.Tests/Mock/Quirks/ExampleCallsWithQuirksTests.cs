using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class ExampleCallsWithQuirksTests
{
    [TestCase("contoso-e5")]
    [TestCase("contoso-e3")]
    public async Task Every_example_of_a_family_with_quirks_passes_them(string tenant)
    {
        string[] families = ["teams", "security-copilot", "purview-portal", "viva-engage", "m365-admin", "exchange", "defender", "power-platform"];
        await using RunningServer server = await RunningServer.Start(o => o with { Families = families, Tenant = tenant });
        var stopped = new List<string>();
        foreach (JsonNode? operation in (JsonArray)(await server.Control("operations"))["operations"]!)
        {
            PortalAnswer answer = await Send(server, operation!);
            if (answer.Status >= 400 && !answer.Decision.StartsWith("license/", StringComparison.Ordinal))
            {
                stopped.Add($"{operation!["family"]} {operation["method"]} {operation["path"]}: {answer.Status} {answer.Decision}");
            }
        }

        stopped.Should().BeEmpty();
    }

    private static async Task<PortalAnswer> Send(RunningServer server, JsonNode operation)
    {
        JsonNode example = operation["example"]!;
        (string family, string method, string host, string path) = ((string)operation["family"]!, (string)operation["method"]!, (string)example["host"]!, (string)example["path"]!);
        PortalSession session = await server.SessionFor(family, method, host, path);
        string query = string.Join('&', ((JsonObject)example["query"]!).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString((string)q.Value!)}"));
        string? body = example["body"] switch
        {
            null => null,
            JsonValue value when value.TryGetValue(out string? text) => text,
            JsonNode json => json.ToJsonString(),
        };
        string type = (string?)example["contentType"] ?? "application/json";
        return await server.Call(method, $"{host}{path}?{query}", session, r =>
        {
            if (body is not null)
            {
                r.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                r.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        });
    }
}
