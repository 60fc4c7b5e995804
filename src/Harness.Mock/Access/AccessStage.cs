using Harness.Contracts.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.Access;

/// <summary>The access gate: the operation's requirements in their order; the first that fails answers with the family's own refusal.</summary>
internal sealed class AccessStage(IAccessAuthority authority) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        foreach (IAccessRequirement requirement in exchange.Plan!.Access.Requirements)
        {
            AccessVerdict verdict = requirement.Verify(exchange, authority);
            if (!verdict.Passed)
            {
                return Refuse(exchange, requirement, verdict);
            }
        }

        return null;
    }

    private Reply Refuse(Exchange exchange, IAccessRequirement requirement, AccessVerdict verdict)
    {
        string refusal = requirement.Refusals.TryGetValue(verdict.Reason!, out string? named) ? named : requirement.Refusals["missing"];
        return exchange.Portal.Refusals.Answer(refusal, exchange, new Grounds(
            Stages.Access, verdict.Code!, verdict.Because!, verdict.Fix, requirement.Name, verdict.Expected ?? "", AudienceOf(exchange)));
    }

    private string AudienceOf(Exchange exchange) =>
        exchange.Header("Authorization") is { Length: > 7 } header && authority.ReadToken(header[7..].Trim()) is { } token ? token.Audience : "";
}
