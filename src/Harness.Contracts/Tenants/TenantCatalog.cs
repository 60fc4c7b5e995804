using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Tenants;

/// <summary>All make-believe tenants of one folder, by profile name.</summary>
public sealed class TenantCatalog
{
    /// <summary>The tenant in force when nobody names another.</summary>
    public const string DefaultProfile = "contoso-e5";

    private readonly FrozenDictionary<string, Tenant> _byProfile;

    private TenantCatalog(IReadOnlyList<Tenant> tenants)
    {
        All = tenants;
        _byProfile = tenants.ToFrozenDictionary(t => t.Profile, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of their profile names.</summary>
    public IReadOnlyList<Tenant> All { get; }

    /// <summary>Every <c>*.yml</c> in a folder. Tenants with mistakes are left out, their problems added.</summary>
    public static TenantCatalog Load(string folder, ICollection<ContractProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new ContractProblem(folder, 0, 0, "there is no such folder", "Name a folder that holds tenant files"));
            return new TenantCatalog([]);
        }

        var tenants = new List<Tenant>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal))
        {
            if (LoadFile(file, problems) is not { } tenant)
            {
                continue;
            }

            if (tenants.Find(t => t.Id == tenant.Id) is { } twin)
            {
                problems.Add(new ContractProblem(file, 0, 0, $"its id {tenant.Id} is that of '{twin.Profile}'", "Give each tenant an id of its own"));
                continue;
            }

            tenants.Add(tenant);
        }

        return new TenantCatalog(tenants);
    }

    /// <summary>One tenant file, wherever it lies; null, with problems added, when it has mistakes.</summary>
    public static Tenant? LoadFile(string file, ICollection<ContractProblem> problems)
    {
        using StreamReader text = File.OpenText(file);
        if (YamlReader.Read(text, file, problems) is not { } root || TenantReader.Read(root, file, problems) is not { } tenant)
        {
            return null;
        }

        string name = Path.GetFileNameWithoutExtension(file);
        if (string.Equals(tenant.Profile, name, StringComparison.Ordinal))
        {
            return tenant;
        }

        var log = new ProblemLog(file);
        log.Add(root["profile"]!, $"the profile '{tenant.Profile}' differs from the file's name", $"Write 'profile: {name}', or rename the file");
        log.MoveTo(problems);
        return null;
    }

    public bool TryFind(string profile, [NotNullWhen(true)] out Tenant? tenant) => _byProfile.TryGetValue(profile, out tenant);
}
