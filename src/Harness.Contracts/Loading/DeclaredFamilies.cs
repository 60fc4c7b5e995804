using Harness.Contracts.Families;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Loading;

/// <summary>The families that <c>family.yml</c> files declare; of two with one id the later one holds.</summary>
internal sealed class DeclaredFamilies
{
    private readonly List<Family> _families = [];
    private readonly Dictionary<int, Family> _byFolder = [];

    public IReadOnlyList<Family> Families => _families;

    /// <param name="folders">All that were loaded; documents number them.</param>
    public static DeclaredFamilies Read(IReadOnlyList<FamilyDocument> documents, IReadOnlyList<LoadedFolder> folders, ICollection<ContractProblem> problems)
    {
        var catalog = new DeclaredFamilies();
        var places = new Dictionary<(int Layer, string Id), string>();
        foreach (FamilyDocument document in documents)
        {
            Family? family = FamilyReader.Read(document.Root, document.File, problems);
            CheckId(document, folders[document.Folder], places, problems);
            if (family is not null)
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

    private static void CheckId(FamilyDocument document, LoadedFolder folder, Dictionary<(int Layer, string Id), string> places, ICollection<ContractProblem> problems)
    {
        if (document.Root["id"] is not { } id || !NodeReader.IsScalar(id))
        {
            return;
        }

        // What a person names as one family's own folder may be called anything.
        bool isNamed = folder.Folder.FamilyFile!.Contains('/', StringComparison.Ordinal);
        var log = new ProblemLog(document.File);
        string name = folder.Folder.Name;
        if (isNamed && !string.Equals(id.Value, name, StringComparison.Ordinal))
        {
            log.Add(id, $"the id '{id.Value}' differs from the folder's name '{name}'", $"Write 'id: {name}', or rename the folder");
        }

        if (!places.TryAdd((folder.Layer, id.Value), document.File))
        {
            log.Add(id, $"the id '{id.Value}' is taken by {places[(folder.Layer, id.Value)]}", "Give each family an id of its own");
        }

        log.MoveTo(problems);
    }

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
