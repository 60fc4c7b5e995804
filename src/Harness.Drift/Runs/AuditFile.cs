using System.Collections.Concurrent;
using System.Text.Json;
using Harness.Drift.Guard;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>Every request of a run as one line on disk: when, which method, which host, which operation, which status; no value.</summary>
public sealed class AuditFile : IAuditLog, IDisposable
{
    public const string FileName = "audit.ndjson";

    private readonly ConcurrentDictionary<string, int> _counts;
    private readonly FileStream _file;
    private readonly LineWriter _lines;

    private AuditFile(FileStream file, IEnumerable<KeyValuePair<string, int>> counts)
    {
        _file = file;
        _lines = new LineWriter(file);
        _counts = new ConcurrentDictionary<string, int>(counts, StringComparer.Ordinal);
    }

    /// <param name="resume">Goes on after what a stopped run has sent.</param>
    public static AuditFile Open(string folder, bool resume)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, FileName);
        KeyValuePair<string, int>[] before = resume && File.Exists(file)
            ? [.. File.ReadLines(file).Select(MethodOf).Where(m => m.Length > 0).GroupBy(m => m, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count()))]
            : [];
        return new AuditFile(new FileStream(file, resume ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), before);
    }

    public RequestTally Tally => new()
    {
        Sent = _counts.Values.Sum(),
        ByMethod = new SortedDictionary<string, int>(_counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    // At once and not when a buffer is full: a run that is killed must not have sent what its log does not tell.
    public void Sent(AuditEntry entry)
    {
        _counts.AddOrUpdate(entry.Method, 1, static (_, count) => count + 1);
        _lines.Write(entry, static (writer, sent) =>
        {
            writer.WriteStartObject();
            writer.WriteString("at", sent.At.UtcDateTime);
            writer.WriteString("method", sent.Method);
            writer.WriteString("host", sent.Host);
            writer.WriteString("path", sent.Path);
            writer.WriteNumber("status", sent.Status);
            writer.WriteEndObject();
        });
    }

    public void Dispose() => _file.Dispose();

    // The last line of a run that was killed may be half of one.
    private static string MethodOf(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.GetProperty("method").GetString() ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
