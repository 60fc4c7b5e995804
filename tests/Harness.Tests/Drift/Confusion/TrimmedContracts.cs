using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Confusion;

/// <summary>Our own contracts with one path taken out of its document, as when a portal no longer has it.</summary>
internal static class TrimmedContracts
{
    public static string Without(TemporaryFolder folder, Operation operation)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Contracts, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(Repository.Contracts, file);
            bool isMeant = name == Path.Combine(operation.Family, "openapi.yml");
            folder.With(name, isMeant ? Without(File.ReadAllLines(file), operation.DocumentPath) : File.ReadAllText(file));
        }

        return folder.Path;
    }

    private static string Without(string[] lines, string path)
    {
        int start = Array.FindIndex(lines, l => l.Trim().TrimEnd(':').Trim('"', '\'') == path && l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ');
        start.Should().BeGreaterThan(0, $"the document has the path {path}");
        int end = Array.FindIndex(lines, start + 1, l => l.Length > 0 && !l.StartsWith("   ", StringComparison.Ordinal));
        return string.Join('\n', lines[..start].Concat(end < 0 ? [] : lines[end..])) + "\n";
    }
}
