using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Leaks;
using Harness.Stubs.Sanitizing;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Recordings;

/// <summary>Makes recordings of raw traffic: learns who is in all of it, then cleans and keeps what is worth keeping. Nothing is written here.</summary>
public sealed class RecordingImport : IDisposable
{
    private readonly Sanitizer _sanitizer;
    private readonly CallReader _calls;
    private readonly IProgress<long>? _progress;
    private readonly RecordingComposer _composer = new();
    private readonly SortedDictionary<LeftOut, int> _leftOut = [];

    private RecordingImport(CompiledContracts contracts, SanitizerOptions options, IProgress<long>? progress)
    {
        // What is committed must stand before a scan that trusts listed ids alone, not the names that ids stand under.
        _sanitizer = new Sanitizer(options with { Rules = [.. options.Rules.Where(r => r is not PublicIdRule)] });
        _calls = new CallReader(contracts);
        _progress = progress;
    }

    /// <summary>Null if anything of the traffic cannot be read.</summary>
    /// <param name="contracts">Of the families wanted: calls of any other are left out.</param>
    /// <param name="folder">Where the files will lie; leaks are named by it.</param>
    /// <param name="progress">Told how many bytes were read; everything is read twice.</param>
    public static RecordingSet? Run(
        IReadOnlyCollection<HarPackage> traffic, CompiledContracts contracts, SanitizerOptions options, string folder, ICollection<ContractProblem> problems, IProgress<long>? progress = null)
    {
        using var import = new RecordingImport(contracts, options, progress);
        foreach (HarPackage package in traffic)
        {
            import.Learn(package, problems);
        }

        if (problems.Count > 0)
        {
            return null;
        }

        foreach (HarPackage package in traffic)
        {
            import.Keep(package, problems);
        }

        return problems.Count > 0 ? null : import.Result(folder);
    }

    public void Dispose() => _composer.Dispose();

    private void Learn(HarPackage package, ICollection<ContractProblem> problems)
    {
        foreach (HarPart part in package.Read(problems))
        {
            _sanitizer.Learn(EmbeddedBodies.In(part, package, problems));
            _progress?.Report(part.Utf8.Length);
        }
    }

    private void Keep(HarPackage package, ICollection<ContractProblem> problems)
    {
        foreach (HarEntry entry in package.Entries(problems))
        {
            if (Keep(entry, package, problems) is { } reason)
            {
                _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
            }

            _progress?.Report(entry.Utf8.Length);
        }
    }

    // Judged before it is cleaned as well: most of what a browser sends is nobody's business, and cleaning is what takes time.
    private LeftOut? Keep(HarEntry entry, HarPackage package, ICollection<ContractProblem> problems)
    {
        if (_calls.Read(entry, package, out LeftOut reason) is null)
        {
            return reason;
        }

        var whole = (HarEntry)EmbeddedBodies.In(entry, package, problems);
        return _calls.Read(_sanitizer.Clean(whole), package, out reason) is not { } call ? reason
            : _composer.Add(call) ? null
            : LeftOut.Repeated;
    }

    private RecordingSet Result(string folder)
    {
        var texts = new Spool();
        var leaks = new List<Leak>();
        IReadOnlyList<RecordingFile> files = _composer.Compose(Sanitizer.Version, texts, folder, leaks);
        FamilyRecordings[] families = [.. files.GroupBy(f => f.RelativePath.Split('/')[0], StringComparer.Ordinal).Select(g => new FamilyRecordings(g.Key, g.Count(), g.Sum(f => f.Recordings)))];
        return new RecordingSet(files, families, _leftOut, leaks) { Texts = texts };
    }
}
