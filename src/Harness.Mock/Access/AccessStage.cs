using Harness.Contracts.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.Access;

/// <summary>The access gate: the operation's requirements in their order; the first that fails answers with the family's own refusal.</summary>
internal sealed class AccessStage(IAccessAuthority authority) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        AccessVerdict verdict = exchange.Plan!.Access.Verify(exchange, authority, out IAccessRequirement? refusing);
        return verdict.Passed ? null : Refuse(exchange, refusing!, verdict);
    }

    /// <summary>What the family answers when a requirement says no.</summary>
    public static Reply Refuse(Exchange exchange, IAccessRequirement requirement, AccessVerdict verdict)
    {
        string refusal = requirement.Refusals.TryGetValue(verdict.Reason!, out string? named) ? named : requirement.Refusals["missing"];

        // Several expected values are listed as the portals do: 'a','b' with the outer quotes in the template.
        return exchange.Portal.Refusals.Answer(refusal, exchange, new Grounds(
            Stages.Access,
            verdict.Code!,
            verdict.Because!,
            verdict.Fix,
            requirement.Name,
            verdict.Expected is { } expected ? string.Join("','", expected) : "",
            verdict.Audience ?? ""));
    }
}
