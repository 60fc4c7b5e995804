using Harness.Contracts.Families;
using Harness.Contracts.OpenApi;
using Harness.Contracts.Operations;
using Microsoft.OpenApi;

namespace Harness.Contracts.Loading;

/// <summary>Takes one folder's specification from YAML to operations. Independent of all other folders, so that they run side by side.</summary>
internal sealed class SpecCompilation(LoadedFolder source, int number, DeclaredFamilies catalog)
{
    private readonly List<ContractProblem> _problems = [];

    /// <param name="isWanted">Whether a family is asked for at all.</param>
    public CompiledSpec Compile(Func<Family, bool> isWanted)
    {
        Family? named = catalog.OfFolder(number) ?? catalog.Named(source.Folder.Name);
        if (named is not null && !isWanted(named))
        {
            return Result([], null);
        }

        var documents = new DocumentSet(source.Files, source.Folder.Display, _problems);
        if (new Bundler(documents, source.Folder.SpecFile!).Bundle() is not { } bundle)
        {
            return Result([], null);
        }

        (OpenApiDocument? document, IList<OpenApiError> errors) = OpenApiJson.Load(bundle.Json);
        foreach (OpenApiError error in errors)
        {
            documents.Report(source.Folder.SpecFile!, 0, 0, $"{error.Message.TrimEnd('.')} ({error.Pointer})", "Correct it there");
        }

        return document is null ? Result([], null) : Compile(document, bundle, named ?? HostMatch.Find(document, catalog.Families), isWanted);
    }

    private CompiledSpec Compile(OpenApiDocument document, BundledDocument bundle, Family? known, Func<Family, bool> isWanted)
    {
        AssumedFamily? assumed = known is null ? Assume(document, bundle.Title) : null;
        Family family = known ?? assumed!.ToFamily();
        return isWanted(family)
            ? Result(new OperationCompiler(document, bundle.SchemaNames, family, source.Source, Report).Compile(), assumed)
            : Result([], null);
    }

    private AssumedFamily Assume(OpenApiDocument document, string title)
    {
        string id = string.Join('-', source.Folder.Name.ToLowerInvariant().Split([' ', '_', '.', '-'], StringSplitOptions.RemoveEmptyEntries));

        // What is wrong with a server is told when the operations are compiled.
        var servers = new ServerResolver(null, (_, _, _) => { });
        return new AssumedFamily(
            id,
            title.Length > 0 ? title : id,
            [.. servers.Resolve([.. HostMatch.Servers(document)]).Select(p => p.Host + p.BasePath).DistinctBy(ServerUrl.WithoutNames)]);
    }

    private CompiledSpec Result(IReadOnlyList<Operation> operations, AssumedFamily? assumed) =>
        new(source.Layer, operations, assumed, _problems);

    private void Report(PositionMark at, string what, string fix) => _problems.Add(new ContractProblem(
        source.Folder.Display(at.File ?? source.Folder.SpecFile!), at.Line, at.Column, what, fix));
}
