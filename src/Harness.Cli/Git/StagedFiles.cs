using Harness.Stubs.Leaks;

namespace Harness.Cli.Git;

/// <summary>What the next commit would hold of recordings, mocks and HAR files: as it is staged, whatever the files look like by now.</summary>
internal sealed class StagedFiles
{
    // Few enough for the shortest command line that some system allows.
    private const int AtOnce = 100;

    private static readonly string[] Watched = [":(glob)**/recordings/**", ":(glob)**/mocks/**", ":(icase,glob)**/*.har", ":(icase,glob)**/*.har.zip"];

    private readonly GitRepository _repository;

    public StagedFiles(GitRepository repository)
    {
        _repository = repository;
        Names = repository.Ask(["diff", "--cached", "--name-only", "--no-renames", "--diff-filter=ACM", "-z", "--", .. Watched]).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Relative to the repository.</summary>
    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<Leak> Scan()
    {
        DirectoryInfo copy = Directory.CreateTempSubdirectory("harness-staged-");
        try
        {
            foreach (string[] names in Names.Chunk(AtOnce))
            {
                _repository.Ask(["checkout-index", $"--prefix={copy.FullName}/", "--", .. names]);
            }

            return [.. LeakScanner.Scan(copy.FullName).Select(leak => leak with { Path = Path.GetRelativePath(copy.FullName, leak.Path) })];
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
