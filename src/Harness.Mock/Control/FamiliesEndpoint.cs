using System.Text.Json.Nodes;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET families</c>: every portal, what its calls need and what it hides without a license.</summary>
internal sealed class FamiliesEndpoint(MockPortals portals)
{
    public Task Get(HttpContext http) =>
        ControlAnswer.Json(http, new JsonObject { ["families"] = new JsonArray([.. portals.Families.Select(Show)]) });

    private JsonObject Show(Family family) => new()
    {
        ["id"] = family.Id,
        ["title"] = family.Title,
        ["hosts"] = new JsonArray([.. family.Hosts.Select(h => (JsonNode)h.Host.Text).DistinctBy(h => h.ToString())]),
        ["accessModel"] = family.AccessModel,
        ["requirements"] = new JsonArray([.. family.Access.Select(Show)]),
        ["operations"] = portals.Operations.Count(o => o.Family == family),
        ["gets"] = portals.Operations.Count(o => o.Family == family && HttpMethods.IsGet(o.Operation.Method)),
        ["licenses"] = new JsonArray([.. family.Licenses.Select(Show)]),
    };

    private static JsonObject Show(IAccessRequirement requirement) => new()
    {
        ["kind"] = requirement.Kind,
        ["name"] = requirement.Name,
        ["evidence"] = requirement.Evidence.ToString().ToLowerInvariant(),
    };

    private static JsonObject Show(LicenseGate gate) => new()
    {
        ["plan"] = gate.Plan,
        ["operations"] = new JsonArray([.. gate.Operations.Select(o => (JsonNode)o.Text)]),
    };
}
