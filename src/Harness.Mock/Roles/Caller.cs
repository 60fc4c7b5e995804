using Harness.Contracts.Access;
using Harness.Contracts.Tenants;

namespace Harness.Mock.Roles;

/// <summary>Who a call comes from, once the access gate has let it in.</summary>
/// <param name="Name">For the journal.</param>
/// <param name="IsAppOnly">An application without a user.</param>
internal sealed record Caller(string Name, bool IsAppOnly, IReadOnlyList<string> Roles)
{
    public static readonly Caller Nobody = new("nobody", false, []);

    /// <summary>Trait of an application that nobody gave a role, whatever permissions its token has.</summary>
    public const string WithoutRole = "no-rbac-role";

    private const string ServicePrincipal = "service-principal";

    /// <summary>Null for applications, and for somebody the tenant does not know.</summary>
    public Persona? Persona { get; init; }

    /// <summary>Of the user, or of the application's service principal; null where nothing tells.</summary>
    public Guid? ObjectId { get; init; }

    /// <summary>The application that calls; empty for a browser's session.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The session that the credentials belong to; null when they stand alone.</summary>
    public string? SessionId { get; init; }

    public static Caller Of(Tenant tenant, SessionTicket session) =>
        Person(FindPersona(tenant, p => string.Equals(p.Id, session.Persona, StringComparison.OrdinalIgnoreCase)), session.Persona, session.SessionId);

    public static Caller Of(Tenant tenant, AccessToken token) => token.IsAppOnly
        ? Application(tenant, token)
        : Person(FindPersona(tenant, p => string.Equals(p.Upn, token.Persona, StringComparison.OrdinalIgnoreCase)), token.Persona ?? token.Subject, token.SessionId) with
        {
            ClientId = token.ClientId,
        };

    public bool HasRole(string role) => Roles.Contains(role, StringComparer.OrdinalIgnoreCase);

    private static Caller Person(Persona? persona, string otherwise, string? sessionId) =>
        new(persona?.Id ?? otherwise, false, persona?.Roles ?? []) { Persona = persona, SessionId = sessionId, ObjectId = persona?.ObjectId };

    private static Caller Application(Tenant tenant, AccessToken token)
    {
        AppRegistration? app = tenant.Apps.FirstOrDefault(a => Guid.TryParse(token.ClientId, out Guid id) && a.ClientId == id);
        return new Caller(app?.Name ?? $"the application {token.ClientId}", true, RolesOf(tenant, app))
        {
            SessionId = token.SessionId,
            ObjectId = Guid.TryParse(token.Subject, out Guid objectId) ? objectId : null,
            ClientId = token.ClientId,
        };
    }

    /// <summary>Roles that an application was given. The tenant's one service principal lends its own to every application that has none and is not marked as having none.</summary>
    /// <param name="app">Null for one that the tenant does not register.</param>
    public static IReadOnlyList<string> RolesOf(Tenant tenant, AppRegistration? app) =>
        app?.Roles is { Count: > 0 } own ? own
        : app?.Traits.Contains(WithoutRole, StringComparer.Ordinal) == true ? []
        : FindPersona(tenant, p => string.Equals(p.Id, ServicePrincipal, StringComparison.Ordinal))?.Roles ?? [];

    private static Persona? FindPersona(Tenant tenant, Func<Persona, bool> isMeant) => tenant.Personas.FirstOrDefault(isMeant);
}
