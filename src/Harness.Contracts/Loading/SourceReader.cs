using Harness.Contracts.Operations;
using Harness.Contracts.Sources;

namespace Harness.Contracts.Loading;

/// <summary>Finds and reads every file that a load is about.</summary>
internal static class SourceReader
{
    public static IReadOnlyList<LoadedFolder> Read(ContractLoadOptions options, ICollection<ContractProblem> problems)
    {
        var layers = new List<SourceLayer>();
        if (options.CoreFolder is { } core)
        {
            layers.Add(new SourceLayer(OperationSource.Core, !options.NoCore, SpecTree.Find(core, problems)));
        }

        foreach (string import in options.Imports)
        {
            layers.Add(new SourceLayer(OperationSource.Imported, true, SpecTree.Find(import, problems)));
        }

        var loaded = new List<LoadedFolder>();
        for (int layer = 0; layer < layers.Count; layer++)
        {
            SourceLayer source = layers[layer];
            loaded.AddRange(source.Folders.Select(f => Load(f, layer, source, problems)));
        }

        return loaded;
    }

    private static LoadedFolder Load(SpecFolder folder, int layer, SourceLayer source, ICollection<ContractProblem> problems)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (string path in folder.Paths.Where(p => source.TakesSpecs || string.Equals(p, folder.FamilyFile, StringComparison.Ordinal)))
        {
            try
            {
                files.Add(path, folder.Files.Read(path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(new ContractProblem(
                    folder.Display(path), 0, 0, $"cannot be read: {exception.Message.TrimEnd('.')}", "Make it readable, or take it out"));
            }
        }

        return new LoadedFolder(folder, layer, source.Source, source.TakesSpecs && folder.SpecFile is not null, files);
    }
}
