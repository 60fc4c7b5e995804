using Harness.Contracts;
using Harness.Contracts.Families;

using Harness.Contracts.Tenants;
using Harness.Identity.Keys;
using Harness.Mock.Tenancy;

namespace Harness.Mock;

/// <summary>Reads what a server is made of: contracts, tenants, keys. What cannot be served without is an error; the rest is a problem to show.</summary>
internal static class MockPortalsLoader
{
    public static (MockPortals Portals, IReadOnlyList<ContractProblem> Problems) Load(MockServerOptions options)
    {
        // Read beside the contracts: most of it is time that the first YAML file of a process takes.
        var tenants = new TenantProfiles(options.Tenants ?? ShippedFolders.Tenants);
        Task<Tenant> tenant = Task.Run(() => FindTenant(options.Tenant, tenants));

        string data = UserFolders.Data(options.Data);
        CompiledContracts contracts = LoadContracts(options, data);
        var problems = new List<ContractProblem>(contracts.Problems);
        return (new MockPortals(contracts, tenants, tenant.GetAwaiter().GetResult(), options, new KeyFolder(data), problems), problems);
    }

    private static CompiledContracts LoadContracts(MockServerOptions options, string data)
    {
        foreach (string folder in options.Contracts.Where(c => !Directory.Exists(c) && !File.Exists(c)))
        {
            throw new HarnessException($"there is no folder or zip '{folder}'", "Name an existing nodoc checkout, specifications folder, family folder or zip with --contracts");
        }

        var wanted = new ContractLoadOptions
        {
            CoreFolder = options.CoreContracts ?? ShippedFolders.Contracts,
            NoCore = options.NoCore,
            Imports = [.. new ImportedContracts(data).Folders, .. options.Contracts],
            Families = options.Families,
            CacheFolder = options.Cache is "" ? null : options.Cache ?? UserFolders.Cache,
        };
        CompiledContracts contracts = ContractLoader.Load(wanted);
        RequireFamilies(wanted, contracts);
        RequireOperations(contracts);
        return contracts;
    }

    private static void RequireFamilies(ContractLoadOptions wanted, CompiledContracts contracts)
    {
        string? unknown = wanted.Families.FirstOrDefault(f => !contracts.Families.Any(c => IsNamed(c, f)));
        if (unknown is not null)
        {
            IEnumerable<string> known = ContractLoader.Load(wanted with { Families = [] }).Families.Select(f => f.Id);
            throw new HarnessException($"there is no family '{unknown}'", $"Use one of {string.Join(", ", known)}");
        }
    }

    private static bool IsNamed(Family family, string name) =>
        family.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || string.Equals(family.Upstream, name, StringComparison.OrdinalIgnoreCase);

    private static void RequireOperations(CompiledContracts contracts)
    {
        if (contracts.Operations.Count == 0)
        {
            string first = contracts.Problems.Count > 0 ? $" ({contracts.Problems[0]})" : "";
            throw new HarnessException($"the contracts hold no operation{first}", "Give --contracts a folder with openapi.yml files, or leave --no-core out");
        }
    }

    private static Tenant FindTenant(string name, TenantProfiles tenants)
    {
        var problems = new List<ContractProblem>();
        if (File.Exists(name))
        {
            return TenantCatalog.LoadFile(name, problems)
                ?? throw new HarnessException($"the tenant file {name} cannot be used: {string.Join(" ", problems)}", "Correct it; mocks/tenants holds examples");
        }

        return tenants.Find(name, problems)
            ?? throw (problems.Count > 0
                ? new HarnessException($"the tenant '{name}' cannot be used: {string.Join(" ", problems)}", "Correct its file")
                : new HarnessException($"there is no tenant '{name}'", $"Use one of {string.Join(", ", tenants.Names)}, or the path of a tenant file"));
    }
}
