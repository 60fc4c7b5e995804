using Harness.Contracts.Tenants;

namespace Harness.Mock.Access;

/// <summary>Who makes a call, as its credentials say.</summary>
/// <param name="Persona">Null when the call has none, or the tenant does not know them.</param>
/// <param name="SessionId">The session the credentials belong to; null when they stand alone.</param>
internal sealed record Caller(Persona? Persona, string? SessionId)
{
    public static readonly Caller Nobody = new(null, null);

    public bool HasRole(string role) => Persona?.Roles.Contains(role, StringComparer.OrdinalIgnoreCase) == true;
}
