using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Roles;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>GET tenant</c>, <c>PUT tenant</c>: the make-believe tenant in force, with the make-believe secrets that clients sign in with.</summary>
internal sealed class TenantEndpoint(MockPortals portals)
{
    public Task Get(HttpContext http) => ControlAnswer.Json(http, Show(portals.Tenant.Current));

    public async Task Put(HttpContext http)
    {
        ControlBody body = await ControlBody.Read(http, "profile", "licenses");
        Tenant tenant = portals.Tenant.Current;
        if (body.Text("profile") is { } profile)
        {
            tenant = portals.FindTenant(profile) ?? throw ControlRequestException.NotFound(
                $"There is no tenant profile '{profile}'; there are {string.Join(", ", portals.TenantProfiles)}.");
        }

        if (body.Member("licenses", "remove", "add") is { } licenses)
        {
            tenant = Change(tenant, licenses.Texts("remove"), licenses.Texts("add"));
        }

        portals.ChangeTenant(tenant);
        await Get(http);
    }

    private static Tenant Change(Tenant tenant, IReadOnlyList<string> remove, IReadOnlyList<string> add) => tenant with
    {
        Licenses = [.. tenant.Licenses.Except(remove, StringComparer.OrdinalIgnoreCase).Union(add, StringComparer.OrdinalIgnoreCase)],
        Features = [.. tenant.Features.Except(remove, StringComparer.OrdinalIgnoreCase)],
    };

    private static JsonObject Show(Tenant tenant) => new()
    {
        ["profile"] = tenant.Profile,
        ["tenantId"] = tenant.Id,
        ["displayName"] = tenant.DisplayName,
        ["domains"] = Texts(tenant.Domains),
        ["hosts"] = new JsonObject(tenant.Hosts.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))),
        ["regions"] = new JsonObject(tenant.Regions.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value))),
        ["licenses"] = Texts(tenant.Licenses),
        ["features"] = Texts(tenant.Features),
        ["personas"] = new JsonArray([.. tenant.Personas.Select(Show)]),
        ["apps"] = new JsonArray([.. tenant.Apps.Select(a => Show(tenant, a))]),
    };

    private static JsonObject Show(Persona persona) => new()
    {
        ["id"] = persona.Id,
        ["upn"] = persona.Upn,
        ["displayName"] = persona.DisplayName,
        ["objectId"] = persona.ObjectId,
        ["password"] = persona.Password,
        ["roles"] = Texts(persona.Roles),
        ["traits"] = Texts(persona.Traits),
    };

    private static JsonObject Show(Tenant tenant, AppRegistration app) => new()
    {
        ["clientId"] = app.ClientId,
        ["objectId"] = SubjectIds.ServicePrincipal(tenant.Id, app.ClientId),
        ["name"] = app.Name,
        ["traits"] = Texts(app.Traits),
        ["secret"] = app.Secret,
        ["certificate"] = app.Certificate,
        ["redirectUris"] = Texts(app.RedirectUris),
        ["permissions"] = Texts(app.Permissions),
        ["roles"] = Texts(Caller.RolesOf(tenant, app)),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
