using Harness.Contracts.Tenants;

namespace Harness.Identity.Tokens;

/// <summary>What an ID token should say.</summary>
/// <param name="Code">The code it is issued with, to which <c>c_hash</c> binds it; null when there is none.</param>
/// <param name="AccessToken">The token it is issued with, to which <c>at_hash</c> binds it; null when there is none.</param>
public sealed record IdTokenRequest(
    Tenant Tenant, Guid ClientId, Persona Persona, bool IsV2, string? Nonce, DateTimeOffset SignedInAt, IReadOnlyList<string> Methods, string? Code, string? AccessToken)
{
    public bool HasEmail { get; init; }
}
