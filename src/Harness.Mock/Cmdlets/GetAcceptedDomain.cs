using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.World;

namespace Harness.Mock.Cmdlets;

/// <summary>Domains that the organization takes mail for: the tenant's own.</summary>
internal sealed class GetAcceptedDomain : ICmdlet
{
    public CmdletOutcome Run(CmdletCall call)
    {
        Tenant tenant = call.Directory.Tenant;
        IEnumerable<string> domains = tenant.Domains;
        if (call.Text("Identity") is { } identity)
        {
            domains = domains.Where(d => d.Equals(identity, StringComparison.OrdinalIgnoreCase)).ToList();
            if (!domains.Any())
            {
                return CmdletOutcome.NotFound(identity);
            }
        }

        return new CmdletOutcome([.. domains.Select(d => Show(tenant, d))]);
    }

    private static JsonObject Show(Tenant tenant, string domain) => new()
    {
        ["Name"] = domain,
        ["Identity"] = domain,
        ["Guid"] = StableHash.Guid(StableHash.Of($"{tenant.Id:N} {domain}")),
        ["DomainName"] = domain,
        ["DomainType"] = "Authoritative",
        ["Default"] = domain == tenant.Domains[^1],
        ["InitialDomain"] = domain == tenant.Domains[0],
        ["MatchSubDomains"] = false,
        ["SendingFromDomainDisabled"] = false,
    };
}
