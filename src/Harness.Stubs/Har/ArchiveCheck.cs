using System.IO.Compression;
using Harness.Contracts;

namespace Harness.Stubs.Har;

/// <summary>Refuses archives that are made to do harm: names that lead out of the folder, bombs.</summary>
internal static class ArchiveCheck
{
    private const int MostFiles = 100_000;
    private const long Largest = 4L * 1024 * 1024 * 1024;
    private const long RatioFrom = 1024 * 1024;
    private const int HighestRatio = 200;

    public static ContractProblem? Problem(ZipArchive archive, string name)
    {
        if (archive.Entries.Count > MostFiles)
        {
            return new ContractProblem(name, 0, 0, $"the archive holds more than {MostFiles} files", "Take apart what belongs apart");
        }

        if (archive.Entries.Any(e => LeadsOut(e.FullName)))
        {
            return new ContractProblem(name, 0, 0, "the archive holds a name that leads out of its folder", "Do not trust this archive; export the traffic yourself");
        }

        if (archive.Entries.Sum(e => e.Length) > Largest || archive.Entries.Any(IsBomb))
        {
            return new ContractProblem(name, 0, 0, "the archive unpacks to far more than it is", "Do not trust this archive; export the traffic yourself");
        }

        if (archive.Entries.GroupBy(e => e.FullName, StringComparer.Ordinal).Any(g => g.Count() > 1))
        {
            return new ContractProblem(name, 0, 0, "the archive holds two files of one name", "Export the traffic again");
        }

        return archive.Entries.Any(e => e.FullName.EndsWith(".har", StringComparison.OrdinalIgnoreCase))
            ? null
            : new ContractProblem(name, 0, 0, "the archive holds no HAR", "Name an archive with a file that ends in .har");
    }

    private static bool LeadsOut(string path) =>
        path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.Split('/').Contains("..", StringComparer.Ordinal);

    private static bool IsBomb(ZipArchiveEntry entry) => entry.Length > RatioFrom && entry.Length / Math.Max(1, entry.CompressedLength) > HighestRatio;
}
