using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>What stands between a known user and a token without a page to put it right on: state, consent, assignment, policy, in this order.</summary>
internal static class UserGate
{
    /// <returns>The delegated permissions to put into the token.</returns>
    /// <exception cref="LoginRefusedException">The user gets none.</exception>
    public static IReadOnlyList<string> Pass(StsParts sts, GrantCall call, Tenant tenant, Persona persona, RequestedScopes scopes, IReadOnlyCollection<string> methods)
    {
        Refuse(PersonaRules.FindProblem(persona));
        IReadOnlyList<string> granted = sts.Consents.Need(tenant, call.App, scopes, persona.ObjectId);
        Refuse(PersonaRules.FindMissingAssignment(call.App, persona));
        Refuse(PersonaRules.FindPolicy(tenant, persona, scopes.Target.Resource, methods, call.Claims.WantsMfa));
        return granted;
    }

    private static void Refuse(LoginFailure? failure)
    {
        if (failure is not null)
        {
            throw new LoginRefusedException(failure);
        }
    }
}
