using System.IO.Compression;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Leaks;

namespace Harness.Stubs.Sanitizing;

/// <summary>Sanitizes files: reads all of them twice, writes aside, looks for leaks, and only then puts the result in its place.</summary>
public sealed class SanitizingRun
{
    private readonly Sanitizer _sanitizer;
    private readonly IProgress<long>? _progress;

    private SanitizingRun(SanitizerOptions options, IProgress<long>? progress)
    {
        _sanitizer = new Sanitizer(options);
        _progress = progress;
    }

    /// <summary>The report; null if anything was wrong, and then nothing is written.</summary>
    /// <param name="input">A HAR, a zip archive with one, or a folder of them.</param>
    /// <param name="output">A file for a file, a folder for a folder.</param>
    /// <param name="progress">Told how many bytes were read; every file is read twice.</param>
    public static SanitizerReport? Run(string input, string output, SanitizerOptions options, ICollection<ContractProblem> problems, IProgress<long>? progress = null)
    {
        using HarSource source = HarSource.Open(input, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        var run = new SanitizingRun(options, progress);
        foreach (HarPackage package in source.Packages)
        {
            run.Learn(package, problems);
        }

        return problems.Count > 0 ? null : run.Write(source, Directory.Exists(input), output, problems);
    }

    private void Learn(HarPackage package, ICollection<ContractProblem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (HarPart part in package.Read(problems))
        {
            _sanitizer.Learn(part);
            foreach (HarContent content in SideFiles(part).Where(c => seen.Add(c.File!)))
            {
                if (package.SideFile(content.File!) is { } bytes)
                {
                    _sanitizer.Learn(bytes, content.MediaType);
                }
                else
                {
                    problems.Add(new ContractProblem(package.Name, part.Line, 1, "an entry's body is in a side file that is missing, too large or outside the folder", "Keep the side files beside the HAR, as they were exported"));
                }
            }

            _progress?.Report(part.Utf8.Length);
        }
    }

    private static IEnumerable<HarContent> SideFiles(HarPart part)
    {
        if (part is not HarEntry entry || entry.Utf8.Span.IndexOf("\"_file\""u8) < 0)
        {
            return [];
        }

        return new[] { entry.Request.PostData, entry.Response.Content }.OfType<HarContent>().Where(c => c.File is not null);
    }

    private SanitizerReport? Write(HarSource source, bool isFolder, string output, ICollection<ContractProblem> problems)
    {
        bool intoFolder = isFolder || Directory.Exists(output) || Path.EndsInDirectorySeparator(output);
        string target = Path.GetFullPath(output);
        string folder = intoFolder ? target : Path.GetDirectoryName(target)!;
        string aside = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } parent && intoFolder ? parent : folder, $".sanitizing-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(aside);
            foreach (HarUnit unit in source.Units)
            {
                WriteUnit(unit, Path.Combine(aside, intoFolder ? unit.RelativeName : Path.GetFileName(target)), problems);
            }

            foreach (Leak leak in problems.Count > 0 ? [] : LeakScanner.ScanFolder(aside, LeakScope.Credentials))
            {
                problems.Add(new ContractProblem(leak.Path, leak.Line, 1, $"{leak.Kind} is left after sanitizing, so nothing was written", "Report this as a defect of the sanitizer, without the file"));
            }

            if (problems.Count > 0)
            {
                return null;
            }

            MoveInto(aside, folder);
            return _sanitizer.Report;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            problems.Add(new ContractProblem(output, 0, 0, $"the result cannot be written ({exception.GetType().Name})", "Name a place that may be written to"));
            return null;
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    private void WriteUnit(HarUnit unit, string file, ICollection<ContractProblem> problems)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!unit.IsArchive)
        {
            foreach (HarPackage package in unit.Packages)
            {
                using FileStream stream = File.Create(file);
                WriteHar(package, stream, problems, (name, bytes) => File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(file)!, name), bytes));
            }

            return;
        }

        using ZipArchive archive = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (HarPackage package in unit.Packages)
        {
            WriteArchived(package, archive, problems);
        }
    }

    // A zip archive takes one file at a time, so the side files wait.
    private void WriteArchived(HarPackage package, ZipArchive archive, ICollection<ContractProblem> problems)
    {
        var sides = new List<(string Name, byte[] Bytes)>();
        string name = ((ZipPackage)package).EntryName;
        using (Stream stream = archive.CreateEntry(name).Open())
        {
            WriteHar(package, stream, problems, (side, bytes) => sides.Add((side, bytes)));
        }

        foreach ((string side, byte[] bytes) in sides)
        {
            using Stream stream = archive.CreateEntry(name[..(name.LastIndexOf('/') + 1)] + side).Open();
            stream.Write(bytes);
        }
    }

    private void WriteHar(HarPackage package, Stream stream, ICollection<ContractProblem> problems, Action<string, byte[]> writeSide)
    {
        using var writer = new HarWriter(stream);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (HarPart part in package.Read(problems))
        {
            foreach (HarContent content in SideFiles(part).Where(c => seen.Add(c.File!)))
            {
                writeSide(_sanitizer.CleanFileName(content.File!), _sanitizer.Clean(package.SideFile(content.File!)!, content.MediaType));
            }

            writer.Write(_sanitizer.Clean(part));
            _progress?.Report(part.Utf8.Length);
        }
    }

    private static void MoveInto(string aside, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, Path.GetRelativePath(aside, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target, overwrite: true);
        }
    }
}
