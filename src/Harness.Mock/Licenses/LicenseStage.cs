using Harness.Contracts.Families;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;

namespace Harness.Mock.Licenses;

/// <summary>Answers for what the tenant has not licensed. On the wire it often looks like a vanished route; the journal names the plan.</summary>
internal sealed class LicenseStage : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        foreach (LicenseGate gate in exchange.Plan!.Licenses)
        {
            if (!exchange.Tenant.Has(gate.Plan))
            {
                bool isFeature = string.Equals(gate.Code, "feature-off", StringComparison.Ordinal);
                return exchange.Portal.Refusals.Answer(gate.Refusal, exchange, new Grounds(
                    Stages.License,
                    gate.Code,
                    isFeature
                        ? $"The feature {gate.Plan} is switched off in the tenant {exchange.Tenant.Profile}."
                        : $"The tenant {exchange.Tenant.Profile} has no {gate.Plan}.",
                    $$$"""Add it: PUT /__harness/tenant {"licenses":{"add":["{{{gate.Plan}}}"]}}.""",
                    Name: gate.Plan));
            }
        }

        return null;
    }
}
