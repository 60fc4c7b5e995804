using Harness.Contracts.Caching;
using Harness.Contracts.Families;
using Harness.Contracts.Loading;
using Harness.Contracts.Operations;

namespace Harness.Contracts;

/// <summary>The one way from contract files to compiled contracts.</summary>
public static class ContractLoader
{
    /// <summary>Mistakes in the files are in the result; one bad file does not take the others down.</summary>
    public static CompiledContracts Load(ContractLoadOptions options)
    {
        var problems = new List<ContractProblem>();
        IReadOnlyList<LoadedFolder> folders = SourceReader.Read(options, problems);
        string hash = ContentHash.Of(folders, options);
        ContractCache? cache = options.CacheFolder is { } folder ? new ContractCache(folder) : null;
        string key = CacheKey(hash, folders);
        CachedContracts? cached = cache?.TryRead(key);

        var parsing = new List<ContractProblem>();
        IReadOnlyList<FamilyDocument> documents = cached?.Families ?? FamilyDocuments.Parse(folders, parsing);
        DeclaredFamilies catalog = DeclaredFamilies.Read(documents, folders, problems);
        CachedContracts contracts = cached ?? Compile(options, folders, documents, catalog, parsing);
        if (cached is null)
        {
            cache?.Write(key, contracts);
        }

        Family[] all = [.. catalog.Families, .. contracts.Assumed.Select(a => a.ToFamily())];
        ReportUnknown(options, all, problems);
        return new CompiledContracts
        {
            Families = [.. all.Where(f => IsWanted(options, f))],
            Operations = contracts.Operations,
            Problems = [.. problems, .. contracts.Problems],
            ContentHash = hash,
            FromCache = cached is not null,
        };
    }

    // Problems name the files as the person named them, and what a build reads may differ from what the next one reads.
    private static string CacheKey(string hash, IReadOnlyList<LoadedFolder> folders) =>
        $"{hash} {typeof(ContractLoader).Module.ModuleVersionId} {string.Join('|', folders.Select(f => f.Folder.Files.Root).Distinct(StringComparer.Ordinal))}";

    private static CachedContracts Compile(
        ContractLoadOptions options,
        IReadOnlyList<LoadedFolder> folders,
        IReadOnlyList<FamilyDocument> documents,
        DeclaredFamilies catalog,
        List<ContractProblem> problems)
    {
        var specs = new CompiledSpec?[folders.Count];

        // The largest first, so that no core is left with it at the end.
        int[] order = [.. Enumerable.Range(0, folders.Count).Where(i => folders[i].TakesSpec).OrderByDescending(i => folders[i].Files.Values.Sum(f => f.Length))];
        Parallel.ForEach(
            order,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i => specs[i] = new SpecCompilation(folders[i], i, catalog).Compile(f => IsWanted(options, f)));

        CompiledSpec[] compiled = [.. specs.OfType<CompiledSpec>()];
        AssumedFamily[] assumed =
        [
            .. compiled.Select(s => s.Assumed).OfType<AssumedFamily>().GroupBy(a => a.Id, StringComparer.Ordinal)
                .Select(g => g.Last() with { Hosts = [.. g.SelectMany(a => a.Hosts).Distinct(StringComparer.Ordinal)] }),
        ];
        return new CachedContracts(
            InFamilyOrder(OperationLayers.Merge(compiled.GroupBy(s => s.Layer).OrderBy(g => g.Key).Select(g => g.SelectMany(s => s.Operations))), catalog, assumed),
            [.. problems, .. compiled.SelectMany(s => s.Problems).Distinct()],
            documents,
            assumed);
    }

    private static Operation[] InFamilyOrder(IReadOnlyList<Operation> operations, DeclaredFamilies catalog, IReadOnlyList<AssumedFamily> assumed)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string id in catalog.Families.Select(f => f.Id).Concat(assumed.Select(a => a.Id)))
        {
            places.TryAdd(id, places.Count);
        }

        return [.. operations.OrderBy(o => places[o.Family])];
    }

    private static bool IsWanted(ContractLoadOptions options, Family family) =>
        options.Families.Count == 0
        || options.Families.Contains(family.Id, StringComparer.OrdinalIgnoreCase)
        || (family.Upstream is { } upstream && options.Families.Contains(upstream, StringComparer.OrdinalIgnoreCase));

    private static void ReportUnknown(ContractLoadOptions options, Family[] known, List<ContractProblem> problems)
    {
        foreach (string wanted in options.Families)
        {
            if (!Array.Exists(known, f => IsWanted(new ContractLoadOptions { Families = [wanted] }, f)))
            {
                problems.Add(new ContractProblem(
                    "--family", 0, 0, $"there is no family '{wanted}'", $"Choose among {string.Join(", ", known.Select(f => f.Id))}"));
            }
        }
    }
}
