using Harness.Contracts;
using Harness.Contracts.Tenants;

namespace Harness.Mock.Tenancy;

/// <summary>The tenant files of a folder, each read when it is asked for: a start needs one of them.</summary>
internal sealed class TenantProfiles(string folder)
{
    public IReadOnlyList<string> Names => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>All that have no mistakes, in the order of their names.</summary>
    public IReadOnlyList<Tenant> ReadAll() => [.. Names.Select(n => Find(n, [])).OfType<Tenant>()];

    /// <summary>Null when there is no such profile, or when its file has mistakes, which are added then.</summary>
    public Tenant? Find(string profile, ICollection<ContractProblem> problems)
    {
        string? name = Names.FirstOrDefault(n => string.Equals(n, profile, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : TenantCatalog.LoadFile(Path.Combine(folder, name + ".yml"), problems);
    }
}
