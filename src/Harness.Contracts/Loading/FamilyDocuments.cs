using Harness.Contracts.Yaml;

namespace Harness.Contracts.Loading;

/// <summary>Parses the <c>family.yml</c> of every loaded folder that has one.</summary>
internal static class FamilyDocuments
{
    public static IReadOnlyList<FamilyDocument> Parse(IReadOnlyList<LoadedFolder> folders, ICollection<ContractProblem> problems)
    {
        var documents = new List<FamilyDocument>();
        for (int i = 0; i < folders.Count; i++)
        {
            if (folders[i].Folder.FamilyFile is not { } path || !folders[i].Files.TryGetValue(path, out byte[]? content))
            {
                continue;
            }

            string file = folders[i].Folder.Display(path);
            using var text = new StreamReader(new MemoryStream(content, writable: false));
            if (YamlReader.Read(text, file, problems) is { } root)
            {
                documents.Add(new FamilyDocument(file, i, root));
            }
        }

        return documents;
    }
}
