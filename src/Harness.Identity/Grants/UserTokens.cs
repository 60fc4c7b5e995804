using Harness.Contracts.Tenants;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>Everything the tokens of a signed-in user are made from.</summary>
/// <param name="Grant">Whose they are, and what a refresh token with them will stand for.</param>
/// <param name="Granted">Delegated permissions of the resource.</param>
internal sealed record UserTokens(Tenant Tenant, Persona Persona, UserGrant Grant, RequestedScopes Scopes, IReadOnlyList<string> Granted)
{
    /// <summary>A token that is renewed always comes with another to renew it with.</summary>
    public bool IsRenewal { get; init; }

    public bool IsOnBehalfOf { get; init; }
}
