using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families;

/// <summary>All families of one contracts folder, by id.</summary>
public sealed class FamilyCatalog
{
    private const string FileName = "family.yml";

    private readonly FrozenDictionary<string, Family> _byId;

    /// <exception cref="ArgumentException">Two families have one id.</exception>
    public FamilyCatalog(IEnumerable<Family> families)
    {
        All = [.. families.OrderBy(f => f.Id, StringComparer.Ordinal)];
        _byId = All.ToDictionary(f => f.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Family> All { get; }

    /// <summary>Every folder with a family.yml. Families with mistakes are left out, their problems added.</summary>
    public static FamilyCatalog Load(string contractsFolder, ICollection<ContractProblem> problems)
    {
        if (!Directory.Exists(contractsFolder))
        {
            problems.Add(new ContractProblem(contractsFolder, 0, 0, "there is no such folder", "Name a folder that holds one folder per family"));
            return new FamilyCatalog([]);
        }

        var families = new Dictionary<string, Family>(StringComparer.OrdinalIgnoreCase);
        foreach (string folder in Directory.EnumerateDirectories(contractsFolder).Order(StringComparer.Ordinal))
        {
            string file = Path.Combine(folder, FileName);
            if (File.Exists(file))
            {
                Add(families, folder, file, problems);
            }
        }

        return new FamilyCatalog(families.Values);
    }

    public bool TryFind(string id, [NotNullWhen(true)] out Family? family) => _byId.TryGetValue(id, out family);

    private static void Add(Dictionary<string, Family> families, string folder, string file, ICollection<ContractProblem> problems)
    {
        using StreamReader text = File.OpenText(file);
        if (YamlReader.Read(text, file, problems) is not { } root)
        {
            return;
        }

        Family? family = FamilyReader.Read(root, file, problems);
        LocatedNode? id = root["id"];
        if (id is null || !NodeReader.IsScalar(id))
        {
            return;
        }

        var log = new ProblemLog(file);
        string name = Path.GetFileName(folder);
        if (!string.Equals(id.Value, name, StringComparison.Ordinal))
        {
            log.Add(id, $"the id '{id.Value}' differs from the folder's name '{name}'", $"Write 'id: {name}', or rename the folder");
        }

        if (families.TryGetValue(id.Value, out Family? other))
        {
            log.Add(id, $"the id '{id.Value}' is taken by {Path.Combine(other.Folder, FileName)}", "Give each family an id of its own");
        }
        else if (family is not null)
        {
            families.Add(id.Value, family with { Folder = folder });
        }

        log.MoveTo(problems);
    }
}
