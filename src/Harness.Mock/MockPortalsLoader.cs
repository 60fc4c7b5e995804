using Harness.Contracts;
using Harness.Contracts.Tenants;
using Harness.Identity.Keys;

namespace Harness.Mock;

/// <summary>Reads what a server is made of: contracts, tenants, keys. What cannot be served without is an error; the rest is a problem to show.</summary>
internal static class MockPortalsLoader
{
    public static (MockPortals Portals, IReadOnlyList<ContractProblem> Problems) Load(MockServerOptions options)
    {
        CompiledContracts contracts = LoadContracts(options);
        var problems = new List<ContractProblem>(contracts.Problems);
        TenantCatalog tenants = TenantCatalog.Load(ShippedFolders.Tenants(options), problems);
        Tenant tenant = FindTenant(options.Tenant, tenants, problems);
        return (new MockPortals(contracts, tenants, tenant, options, new KeyFolder(UserFolders.Data(options.Data)), problems), problems);
    }

    private static CompiledContracts LoadContracts(MockServerOptions options)
    {
        foreach (string folder in options.Contracts.Where(c => !Directory.Exists(c) && !File.Exists(c)))
        {
            throw new HarnessException($"there is no folder or zip '{folder}'", "Name an existing nodoc checkout, specifications folder, family folder or zip with --contracts");
        }

        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions
        {
            CoreFolder = ShippedFolders.Contracts(options),
            NoCore = options.NoCore,
            Imports = options.Contracts,
            Families = options.Families,
            CacheFolder = options.Cache is "" ? null : options.Cache ?? UserFolders.Cache,
        });
        RequireSomething(options, contracts);
        return contracts;
    }

    private static void RequireSomething(MockServerOptions options, CompiledContracts contracts)
    {
        string? unknown = options.Families.FirstOrDefault(f => !contracts.Families.Any(c => c.Id.Equals(f, StringComparison.OrdinalIgnoreCase)));
        if (unknown is not null)
        {
            throw new HarnessException(
                $"there is no family '{unknown}'",
                $"Use one of {string.Join(", ", contracts.AllFamilyIds)}");
        }

        if (contracts.Operations.Count == 0)
        {
            string first = contracts.Problems.Count > 0 ? $" ({contracts.Problems[0]})" : "";
            throw new HarnessException($"the contracts hold no operation{first}", "Give --contracts a folder with openapi.yml files, or leave --no-core out");
        }
    }

    private static Tenant FindTenant(string name, TenantCatalog tenants, List<ContractProblem> problems)
    {
        if (tenants.Find(name) is { } known)
        {
            return known;
        }

        if (File.Exists(name))
        {
            return TenantReader.ReadFile(name, problems)
                ?? throw new HarnessException($"the tenant file {name} cannot be used: {string.Join(" ", problems.Where(p => p.Path == name))}", "Correct it; mocks/tenants holds examples");
        }

        throw new HarnessException($"there is no tenant '{name}'", $"Use one of {string.Join(", ", tenants.Profiles)}, or the path of a tenant file");
    }
}
