using Harness.Contracts.Tenants;

namespace Harness.Mock.Synthesis;

/// <summary>Values that discovery answers give out and later calls must carry: region, partition, pod.</summary>
internal static class TenantFacts
{
    public static string? Find(Tenant tenant, string name)
    {
        if (tenant.Regions.TryGetValue(name, out string? exact))
        {
            return exact;
        }

        foreach ((string key, string value) in tenant.Regions)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
