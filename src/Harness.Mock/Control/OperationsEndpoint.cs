using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Mock.Portals;
using Harness.Mock.Synthesis;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET operations</c>: every operation, with a call that succeeds in the tenant now in force.</summary>
internal sealed class OperationsEndpoint(MockPortals portals)
{
    public Task Get(HttpContext http)
    {
        string? family = http.Request.Query["family"];
        string? method = http.Request.Query["method"];
        if (family is { Length: > 0 })
        {
            portals.FindFamily(family);
        }

        IEnumerable<JsonNode> rows = portals.Operations
            .Where(o => family is not { Length: > 0 } || string.Equals(o.Family.Id, family, StringComparison.OrdinalIgnoreCase))
            .Where(o => method is not { Length: > 0 } || string.Equals(o.Operation.Method, method, StringComparison.OrdinalIgnoreCase))
            .Select(Show);
        return ControlAnswer.Json(http, new JsonObject { ["operations"] = new JsonArray([.. rows]) });
    }

    private JsonObject Show(PortalOperation plan) => new()
    {
        ["family"] = plan.Family.Id,
        ["method"] = plan.Operation.Method,
        ["hosts"] = new JsonArray([.. plan.Operation.Hosts.Select(h => (JsonNode)h)]),
        ["path"] = plan.Operation.Path,
        ["operationId"] = plan.Operation.OperationId,
        ["source"] = plan.Operation.Source switch
        {
            OperationSource.Core => "core",
            OperationSource.Imported => "imported",
            _ => "both",
        },
        ["typed"] = plan.Operation.IsTyped,
        ["evidence"] = plan.Operation.Evidence?.ToString().ToLowerInvariant(),
        ["example"] = Show(portals.Example(plan)),
    };

    private static JsonObject Show(ExampleCall example) => new()
    {
        ["host"] = example.Host,
        ["path"] = example.Path,
        ["query"] = new JsonObject(example.Query.Select(q => KeyValuePair.Create(q.Key, (JsonNode?)q.Value))),
        ["body"] = ShowBody(example),
        ["contentType"] = example.ContentType,
    };

    // A JSON body as JSON, so that a client can send it as it is; another as text.
    private static JsonNode? ShowBody(ExampleCall example) => example.Body is { } body && example.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true
        ? JsonNode.Parse(body)
        : example.Body;
}
