using Harness.Contracts.Tenants;

namespace Harness.Identity.Tokens;

/// <summary>What a token should say.</summary>
/// <param name="Persona">The signed-in user; null for an app-only token.</param>
/// <param name="Scopes">Delegated permissions; ignored for app-only tokens.</param>
/// <param name="Roles">Application permissions; ignored for delegated tokens.</param>
/// <param name="SessionId">The session it belongs to, so that ending the session ends the token; null for none.</param>
public sealed record TokenRequest(
    Tenant Tenant,
    string Audience,
    Guid ClientId,
    Persona? Persona,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Roles,
    TimeSpan Lifetime,
    string? SessionId = null);
