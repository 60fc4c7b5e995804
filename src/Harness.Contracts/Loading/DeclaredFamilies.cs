using Harness.Contracts.Families;

namespace Harness.Contracts.Loading;

/// <summary>The families that <c>family.yml</c> files declare; of two with one id the later one holds.</summary>
internal sealed class DeclaredFamilies
{
    private readonly List<Family> _families = [];
    private readonly Dictionary<int, Family> _byFolder = [];

    public IReadOnlyList<Family> Families => _families;

    public static DeclaredFamilies Read(IReadOnlyList<FamilyDocument> documents, ICollection<ContractProblem> problems)
    {
        var catalog = new DeclaredFamilies();
        foreach (FamilyDocument document in documents)
        {
            if (FamilyReader.Read(document.Root, document.File, problems) is { } family)
            {
                catalog.Add(document.Folder, family);
            }
        }

        return catalog;
    }

    /// <summary>The family that a folder's own <c>family.yml</c> declares.</summary>
    public Family? OfFolder(int folder) => _byFolder.TryGetValue(folder, out Family? family) ? Current(family.Id) : null;

    /// <summary>The family whose id or upstream name it is.</summary>
    public Family? Named(string name) =>
        Current(name) ?? _families.Find(f => string.Equals(f.Upstream, name, StringComparison.OrdinalIgnoreCase));

    private Family? Current(string id) => _families.Find(f => string.Equals(f.Id, id, StringComparison.OrdinalIgnoreCase));

    private void Add(int folder, Family family)
    {
        _byFolder[folder] = family;
        int known = _families.FindIndex(f => string.Equals(f.Id, family.Id, StringComparison.OrdinalIgnoreCase));
        if (known >= 0)
        {
            _families[known] = family;
        }
        else
        {
            _families.Add(family);
        }
    }
}
