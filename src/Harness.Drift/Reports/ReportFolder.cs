using Harness.Contracts;

namespace Harness.Drift.Reports;

/// <summary>The folder that a run writes its reports to.</summary>
public sealed class ReportFolder(string path)
{
    public string Path { get; } = path;

    /// <summary>Each file is there whole or not at all.</summary>
    public IReadOnlyList<string> Write(RunReport report, IEnumerable<IReportFormat> formats)
    {
        var written = new List<string>();
        foreach (IReportFormat format in formats)
        {
            string file = System.IO.Path.Combine(Path, format.FileName);
            AtomicFile.Write(file, format.Render(report));
            written.Add(file);
        }

        return written;
    }

    /// <summary>The report that an earlier run left here.</summary>
    /// <exception cref="HarnessException">There is none, or it cannot be read.</exception>
    public RunReport Read()
    {
        string file = System.IO.Path.Combine(Path, new JsonReport().FileName);
        if (!File.Exists(file))
        {
            throw new HarnessException($"there is no report in '{Path}'", "Name a folder that 'harness drift run --out' has written");
        }

        return JsonReport.Parse(File.ReadAllText(file))
            ?? throw new HarnessException($"'{file}' is no report of a drift run", "Name a folder that 'harness drift run --out' has written");
    }
}
