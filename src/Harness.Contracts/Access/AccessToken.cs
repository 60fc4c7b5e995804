namespace Harness.Contracts.Access;

/// <summary>The claims of a bearer token that access models look at. A token whose signature did not verify never becomes one.</summary>
/// <param name="IsAppOnly">Issued to an application without a user.</param>
/// <param name="Scopes">Delegated permissions (<c>scp</c>).</param>
/// <param name="Roles">Application permissions (<c>roles</c>).</param>
public sealed record AccessToken(
    string Audience,
    string Issuer,
    string TenantId,
    string ClientId,
    string Subject,
    string? Persona,
    bool IsAppOnly,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Roles,
    DateTimeOffset NotBefore,
    DateTimeOffset ExpiresAt)
{
    /// <summary>The session it was issued with; null for tokens that stand alone.</summary>
    public string? SessionId { get; init; }

    /// <summary>Authentication contexts that the user has satisfied (<c>acrs</c>).</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];
}
