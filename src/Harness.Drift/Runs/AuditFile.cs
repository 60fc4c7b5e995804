using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Drift.Guard;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>Every request of a run as one line on disk: when, which method, which host, which operation, which status; no value.</summary>
public sealed class AuditFile : IAuditLog, IDisposable
{
    public const string FileName = "audit.ndjson";

    private const int Buffer = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, int> _counts;
    private readonly StreamWriter _lines;

    private AuditFile(StreamWriter lines, IEnumerable<KeyValuePair<string, int>> counts)
    {
        _lines = lines;
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
        return new AuditFile(new StreamWriter(file, append: resume, new UTF8Encoding(false), Buffer), before);
    }

    public RequestTally Tally => new()
    {
        Sent = _counts.Values.Sum(),
        ByMethod = new SortedDictionary<string, int>(_counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    public void Sent(AuditEntry entry)
    {
        string line = JsonSerializer.Serialize(new
        {
            at = entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            method = entry.Method,
            host = entry.Host,
            path = entry.Path,
            status = entry.Status,
        });
        _counts.AddOrUpdate(entry.Method, 1, static (_, count) => count + 1);
        lock (_lock)
        {
            _lines.Write(line);
            _lines.Write('\n');
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _lines.Dispose();
        }
    }

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
