using Harness.Contracts.Tenants;
using Harness.Identity.Clients;

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
    string? SessionId = null)
{
    /// <summary>Whether it has the claims of a v2 resource.</summary>
    public bool IsV2 { get; init; }

    /// <summary>How the client proved who it is; null for what is usual for the kind of token.</summary>
    public CredentialKind? Credential { get; init; }

    /// <summary>How the user signed in.</summary>
    public IReadOnlyList<string> Methods { get; init; } = ["pwd"];

    /// <summary>Authentication contexts that were satisfied: <c>acrs</c>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>What the client can cope with: <c>xms_cc</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>How far before now <c>iat</c> and <c>nbf</c> lie: five minutes in the service's own tokens.</summary>
    public TimeSpan Backdated { get; init; }
}
