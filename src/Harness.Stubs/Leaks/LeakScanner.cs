using System.IO.Compression;
using System.Text;
using Harness.Contracts;
using Harness.Stubs.Har;

namespace Harness.Stubs.Leaks;

/// <summary>Looks through files for what must not be in a repository. It reads raw text, and knows nothing of the sanitizer's ways.</summary>
public static class LeakScanner
{
    private const int HeadLength = 600;
    private const long PiecesFrom = 16L * 1024 * 1024;
    private const long LargestFile = 512L * 1024 * 1024;

    private static readonly string[] Skipped = [".git", "bin", "obj", "node_modules"];

    /// <summary>Every leak in a file or in the files below a folder, in the order of their places.</summary>
    public static IReadOnlyList<Leak> Scan(string path, LeakScope scope = LeakScope.Everything) => File.Exists(path)
        ? [.. ScanFile(path, path, scope)]
        : ScanFolder(path, scope, relativeTo: null);

    internal static IReadOnlyList<Leak> ScanFolder(string folder, LeakScope scope) => ScanFolder(folder, scope, folder);

    /// <summary>Leaks in a text, at <c>path:line</c>.</summary>
    public static IEnumerable<Leak> ScanText(string path, string text, LeakScope scope = LeakScope.Everything)
    {
        bool isHar = path.EndsWith(".har", StringComparison.OrdinalIgnoreCase);
        bool isDeclared = !isHar && text.AsSpan(0, Math.Min(text.Length, HeadLength)).Contains(MakeBelieve.FileMark, StringComparison.OrdinalIgnoreCase);
        return Find(path, text, isDeclared ? LeakScope.Credentials : scope);
    }

    /// <summary>Leaks in a part of a file, which says nothing of the file as a whole.</summary>
    internal static IEnumerable<Leak> ScanPiece(string path, string text, int firstLine) =>
        Find(path, text, LeakScope.Everything).Select(l => l with { Line = l.Line + firstLine - 1 });

    private static IEnumerable<Leak> Find(string path, string text, LeakScope wanted)
    {
        text = EscapedAscii.Decode(text);
        return LeakPatterns.All
            .Where(p => p.Scope <= wanted)
            .SelectMany(p => p.Find(text).Where(at => !IsMarkedAbove(text, at)).Select(at => new Leak(path, LineOf(text, at), p.Kind)))
            .Concat(PackedText.Find(text).SelectMany(packed => ScanText(path, packed.Text, LeakScope.Credentials).Select(leak => leak with { Line = LineOf(text, packed.At), Kind = leak.Kind.EndsWith(", encoded", StringComparison.Ordinal) ? leak.Kind : leak.Kind + ", encoded" })))
            .Distinct()
            .OrderBy(l => l.Line);
    }

    private static IReadOnlyList<Leak> ScanFolder(string folder, LeakScope scope, string? relativeTo)
    {
        if (!Directory.Exists(folder))
        {
            throw new HarnessException($"there is no file or folder '{folder}'", "Name an existing one");
        }

        return [.. Files(folder).SelectMany(file => ScanFile(file, relativeTo is null ? file : Path.GetRelativePath(relativeTo, file), scope))];
    }

    private static IEnumerable<string> Files(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(p => Skipped.Contains(p, StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Leak> ScanFile(string file, string name, LeakScope scope)
    {
        long length = new FileInfo(file).Length;
        if (length > PiecesFrom && file.EndsWith(".har", StringComparison.OrdinalIgnoreCase) && ScanPieces(file, name, scope) is { } leaks)
        {
            return leaks;
        }

        if (length > LargestFile)
        {
            return [new Leak(name, 1, "a file too large to look through")];
        }

        byte[] bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? ScanArchive(bytes, name, scope) : ScanText(name, Encoding.UTF8.GetString(bytes), scope);
    }

    // One entry at a time, for recordings grow large; null if it is no HAR after all.
    private static List<Leak>? ScanPieces(string file, string name, LeakScope scope)
    {
        var leaks = new List<Leak>();
        var problems = new List<ContractProblem>();
        using FileStream stream = File.OpenRead(file);
        foreach (HarPart part in HarReader.Read(stream, name, problems))
        {
            string text = (part is HarMember member ? $"\"{member.Name}\":" : "") + Encoding.UTF8.GetString(part.Utf8.Span);
            leaks.AddRange(ScanText(name, text, scope).Select(l => l with { Line = l.Line + part.Line - 1 }));
        }

        return problems.Count == 0 ? leaks : null;
    }

    private static List<Leak> ScanArchive(byte[] bytes, string name, LeakScope scope)
    {
        var leaks = new List<Leak>();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                leaks.AddRange(ScanText($"{name}/{entry.FullName}", reader.ReadToEnd(), scope));
            }
        }
        catch (InvalidDataException)
        {
            leaks.Add(new Leak(name, 1, "an archive that cannot be looked through"));
        }

        return leaks;
    }

    // A key cannot say of itself that it is make-believe: the line above it may.
    private static bool IsMarkedAbove(string text, int at)
    {
        int line = text.LastIndexOf('\n', Math.Max(0, at - 1));
        int from = line;
        for (int i = 0; i < 3 && from > 0; i++)
        {
            from = text.LastIndexOf('\n', from - 1);
        }

        ReadOnlySpan<char> above = line < 0 ? [] : text.AsSpan(from + 1, line - from - 1);
        foreach (ReadOnlySpan<char> one in above.EnumerateLines())
        {
            if (one.Contains(MakeBelieve.KeyMark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
