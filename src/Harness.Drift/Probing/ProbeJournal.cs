using System.Text.Json;
using Harness.Contracts;
using Harness.Drift.Reports;

namespace Harness.Drift.Probing;

/// <summary>What a run has seen so far, line by line on disk: a crash loses the line that was being written and nothing else.</summary>
internal sealed class ProbeJournal : IDisposable
{
    public const string FileName = "journal.ndjson";

    private readonly FileStream _file;
    private readonly LineWriter _lines;

    private ProbeJournal(FileStream file, IReadOnlyList<Observation> known)
    {
        _file = file;
        _lines = new LineWriter(file);
        Known = known;
    }

    /// <summary>What an earlier run of the same plan had seen.</summary>
    public IReadOnlyList<Observation> Known { get; }

    /// <param name="plan">Digest of the plan; a journal of another plan is not gone on with.</param>
    public static ProbeJournal Open(string folder, string plan, bool resume)
    {
        Directory.CreateDirectory(folder);
        var file = new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            List<Observation> known = [];
            long end = resume ? Read(file, plan, known) : 0;
            file.SetLength(end);
            file.Position = end;
            var journal = new ProbeJournal(file, known);
            if (end == 0)
            {
                journal._lines.Write(plan, static (writer, digest) =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("plan", digest);
                    writer.WriteEndObject();
                });
            }

            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Write(Observation seen) => _lines.Write(seen, ObservationJson.Write);

    public void Dispose() => _file.Dispose();

    /// <summary>Where the last whole line ends: what follows was being written when the run stopped.</summary>
    private static long Read(FileStream file, string plan, List<Observation> known)
    {
        byte[] all = new byte[file.Length];
        file.ReadExactly(all);
        int at = 0;
        bool isFirst = true;
        for (int end = Array.IndexOf(all, (byte)'\n'); end >= 0; end = Array.IndexOf(all, (byte)'\n', at))
        {
            try
            {
                using JsonDocument line = JsonDocument.Parse(all.AsMemory(at, end - at));
                if (!isFirst)
                {
                    known.Add(ObservationJson.Read(line.RootElement));
                }
                else if (line.RootElement.GetProperty("plan").GetString() != plan)
                {
                    throw new HarnessException($"{file.Name} is of another plan", "Resume with the target, contracts and options that it was begun with, or leave --resume out");
                }
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return at;
            }

            isFirst = false;
            at = end + 1;
        }

        return at;
    }
}
