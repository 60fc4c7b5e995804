using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks;
using Harness.Mock.Refusals;

namespace Harness.Mock.Roles;

/// <summary>Answers for callers whose session or token is good and whose role is not enough.</summary>
internal sealed class RoleStage(Callers callers) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        RoleGate[] gates = exchange.Plan!.Roles;
        if (gates.Length == 0 || callers.Of(exchange) is not { } caller)
        {
            return null;
        }

        foreach (IQuirk quirk in exchange.Plan.Quirks)
        {
            caller = quirk.WithRoles(exchange, caller);
        }

        foreach (RoleGate gate in gates)
        {
            if (!gate.Admits(caller.IsAppOnly, caller.Roles))
            {
                return Refuse(exchange, gate, caller);
            }
        }

        return null;
    }

    private static Reply Refuse(Exchange exchange, RoleGate gate, Caller caller)
    {
        string wanted = string.Join(", ", gate.AnyOf);
        string held = caller.Roles.Count == 0 ? "no role" : string.Join(", ", caller.Roles);
        Reply reply = exchange.Portal.Refusals.Answer(gate.Refusal, exchange, new Grounds(
            Stages.Access,
            "role-missing",
            $"{caller.Name} holds {held}; {exchange.Method} {exchange.Path} wants one of: {wanted}.",
            caller.IsAppOnly
                ? "Give the application one of these roles in the product; its permissions alone do not do."
                : "Sign in as a persona with one of these roles; global-admin passes everywhere.",
            Name: gate.AnyOf.Count > 0 ? gate.AnyOf[0] : "",
            Expected: wanted,
            CallerId: caller.ObjectId?.ToString("D") ?? "",
            ClientId: caller.ClientId));

        // The answer may be on record while nobody saw it given for this reason.
        return gate.Evidence < reply.Decision.Evidence
            ? reply with { Decision = reply.Decision with { Evidence = gate.Evidence, Source = gate.Source.Length > 0 ? gate.Source : reply.Decision.Source } }
            : reply;
    }
}
