using Harness.Contracts.Access;

namespace Harness.Contracts.Families;

/// <summary>Operations that a signed-in caller without one of some roles does not get, however good the session is.</summary>
/// <param name="Scope">Which operations.</param>
/// <param name="AnyOf">Directory roles by display name, or roles of the product itself; one of them is enough.</param>
/// <param name="Kind">Whom it holds for: people, applications without a user, or both.</param>
/// <param name="Refusal">Name of the refusal that answers.</param>
/// <param name="Source">Where the evidence is, in a few words; may be empty.</param>
public sealed record RoleGate(RequirementScope Scope, IReadOnlyList<string> AnyOf, TokenKind Kind, string Refusal, EvidenceGrade Evidence, string Source)
{
    /// <summary>Passes every gate of every portal.</summary>
    public const string GlobalAdministrator = "Global Administrator";

    /// <param name="isAppOnly">An application without a user calls.</param>
    public bool Admits(bool isAppOnly, IReadOnlyList<string> roles) =>
        (Kind != TokenKind.Any && isAppOnly != (Kind == TokenKind.App))
        || Has(roles, GlobalAdministrator)
        || HasAny(roles);

    // Asked with every call, so without enumerators and lambdas.
    private bool HasAny(IReadOnlyList<string> roles)
    {
        for (int i = 0; i < AnyOf.Count; i++)
        {
            if (Has(roles, AnyOf[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(IReadOnlyList<string> roles, string role)
    {
        for (int i = 0; i < roles.Count; i++)
        {
            if (string.Equals(roles[i], role, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
