namespace Harness.Contracts.Tenants;

/// <summary>Somebody who can sign in to a make-believe tenant.</summary>
/// <param name="Id">Stable id: <c>global-admin</c>, <c>security-reader</c>, <c>exchange-admin</c>, <c>no-roles</c>, <c>guest</c>, <c>service-principal</c>.</param>
/// <param name="Password">Make-believe; shown by the control API so that clients can sign in.</param>
/// <param name="Roles">Directory roles by display name: <c>Global Administrator</c>.</param>
/// <param name="Traits">What sign-in does to it: <c>mfa-required</c>, <c>blocked-by-policy</c>, <c>disabled</c>, <c>password-expired</c>.</param>
public sealed record Persona(
    string Id, Guid ObjectId, string Upn, string DisplayName, string Password, IReadOnlyList<string> Roles, IReadOnlyList<string> Traits);
