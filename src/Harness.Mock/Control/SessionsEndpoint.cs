using System.Text.Json.Nodes;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Mock.Access;
using Harness.Mock.Sessions;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Control;

/// <summary><c>POST sessions</c>: what a client must send to one portal, or to one operation of it.</summary>
internal sealed class SessionsEndpoint(MockPortals portals)
{
    private const string DefaultPersona = "global-admin";

    public async Task Post(HttpContext http)
    {
        ControlBody body = await ControlBody.Read(http, "family", "persona", "lifetime", "audience", "kind", "for");
        Family family = portals.FindFamily(body.RequiredText("family"));
        Persona persona = FindPersona(body.Text("persona") ?? DefaultPersona);
        SessionTarget? target = body.Member("for", "method", "host", "path") is { } call ? FindTarget(family, call) : null;
        var wish = new SessionWish(Lifetime(body), body.Text("audience"), AppOnly(body.Text("kind"), persona));
        MintedSession session = portals.Sessions.Mint(family, persona, wish, target);
        await ControlAnswer.Json(http, Show(http, family, persona, session, target), StatusCodes.Status201Created);
    }

    private static TimeSpan? Lifetime(ControlBody body) => body.Duration("lifetime") switch
    {
        { } lifetime when lifetime <= TimeSpan.Zero || lifetime > TimeSpan.FromDays(3650) =>
            throw ControlRequestException.Bad("'lifetime' must be more than nothing and at most ten years."),
        var lifetime => lifetime,
    };

    private Persona FindPersona(string id) =>
        portals.Tenant.Current.Personas.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw ControlRequestException.NotFound(
            $"The tenant {portals.Tenant.Current.Profile} has no persona '{id}'; it has {string.Join(", ", portals.Tenant.Current.Personas.Select(p => p.Id))}.");

    private static bool? AppOnly(string? kind, Persona persona) => kind switch
    {
        null => string.Equals(persona.Id, "service-principal", StringComparison.Ordinal) ? true : null,
        "app" => true,
        "delegated" => false,
        _ => throw ControlRequestException.Bad($"'kind' is '{kind}'; write delegated or app."),
    };

    private SessionTarget FindTarget(Family family, ControlBody call)
    {
        string method = call.RequiredText("method").ToUpperInvariant();
        string host = call.RequiredText("host");
        string path = call.RequiredText("path");
        return portals.FindTarget(method, host, path) is { } target && target.Plan.Family == family
            ? target
            : throw ControlRequestException.NotFound($"The family {family.Id} has no operation {method} {path} on {host}; ask GET /__harness/operations?family={family.Id}.");
    }

    private JsonObject Show(HttpContext http, Family family, Persona persona, MintedSession session, SessionTarget? target)
    {
        string server = $"{http.Request.Scheme}://{http.Request.Host}";
        var shown = new JsonObject
        {
            ["id"] = session.Id,
            ["family"] = family.Id,
            ["persona"] = persona.Id,
            ["baseUrl"] = $"{server}/{session.Host}",
            ["expiresAt"] = session.ExpiresAt,
            ["cookies"] = Texts(session.Cookies),
            ["headers"] = Texts(session.Headers),
            ["writeHeaders"] = Texts(session.WriteHeaders),
            ["query"] = Texts(session.Query),
        };
        if (session.ByHost.Count > 0)
        {
            shown["byHost"] = new JsonObject(session.ByHost.Select(h => KeyValuePair.Create(h.Key, (JsonNode?)Show(h.Value))));
        }

        shown["curl"] = portals.CurlLine(server, family, session, target);
        return shown;
    }

    private static JsonObject Show(HostCredentials host) => new()
    {
        ["headers"] = Texts(host.Headers),
        ["writeHeaders"] = Texts(host.WriteHeaders),
        ["query"] = Texts(host.Query),
        ["cookies"] = Texts(host.Cookies),
    };

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)));
}
