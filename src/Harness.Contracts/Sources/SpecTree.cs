namespace Harness.Contracts.Sources;

/// <summary>Finds the families in what a person names: a nodoc checkout, its <c>specifications</c>, one family, our own layout, or a zip of these.</summary>
public static class SpecTree
{
    private static readonly string[] SpecNames = ["openapi.yml", "openapi.yaml", "openapi.json"];

    /// <summary>Empty, with a problem added, when nothing is found.</summary>
    public static IReadOnlyList<SpecFolder> Find(string path, ICollection<ContractProblem> problems)
    {
        IContractFiles? files = Open(path, problems);
        if (files is null)
        {
            return [];
        }

        SpecFolder[] folders = Find(files);
        if (folders.Length == 0)
        {
            problems.Add(new ContractProblem(
                path, 0, 0, "no contract is in it", "Name a nodoc checkout, its specifications folder, one family's folder, or a folder of <family>/family.yml and openapi.yml"));
        }

        return folders;
    }

    private static IContractFiles? Open(string path, ICollection<ContractProblem> problems)
    {
        if (Directory.Exists(path))
        {
            return new FolderFiles(path);
        }

        if (!File.Exists(path))
        {
            problems.Add(new ContractProblem(path, 0, 0, "there is no such folder or archive", "Name an existing one"));
            return null;
        }

        if (SpecNames.Contains(Path.GetFileName(path), StringComparer.OrdinalIgnoreCase))
        {
            return new FolderFiles(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".");
        }

        return ZipFiles.Open(path, problems);
    }

    private static SpecFolder[] Find(IContractFiles files)
    {
        string at = "";

        // An archive often wraps everything in one folder, or in two.
        for (int wrappers = 0; wrappers < 3; wrappers++)
        {
            SpecFolder[] found = FindAt(files, at);
            if (found.Length > 0)
            {
                return found;
            }

            if (files.FoldersIn(at) is not [string only])
            {
                return [];
            }

            at = ContractPath.Combine(at, only);
        }

        return [];
    }

    private static SpecFolder[] FindAt(IContractFiles files, string at)
    {
        if (Family(files, at) is { } family)
        {
            return [family];
        }

        foreach (string folder in (string[])[ContractPath.Combine(at, "specifications"), at, ContractPath.Combine(at, "contracts")])
        {
            SpecFolder[] families =
            [
                .. files.FoldersIn(folder).Select(name => Family(files, ContractPath.Combine(folder, name))).OfType<SpecFolder>(),
            ];
            if (families.Length > 0)
            {
                return families;
            }
        }

        return [];
    }

    private static SpecFolder? Family(IContractFiles files, string folder)
    {
        string? spec = SpecNames
            .SelectMany(name => (string[])[ContractPath.Combine(folder, "specification/" + name), ContractPath.Combine(folder, name)])
            .FirstOrDefault(files.Contains);
        string family = ContractPath.Combine(folder, "family.yml");
        bool hasFamily = files.Contains(family);
        return spec is null && !hasFamily
            ? null
            : new SpecFolder(files, NameOf(files, folder), spec, hasFamily ? family : null, files.FilesUnder(folder));
    }

    private static string NameOf(IContractFiles files, string folder) => folder.Length == 0 ? files.Name : ContractPath.NameOf(folder);
}
