using System.Text;
using Harness.Contracts;

namespace Harness.Drift.Reports;

/// <summary>Writes a file so that a reader, or the next run after a crash, meets the old one or the new one, never half of one.</summary>
internal static class AtomicFile
{
    /// <param name="flush">False for one of many files that version control keeps: waiting for the disk each time would take longer than the run.</param>
    /// <exception cref="HarnessException">The place may not be written to.</exception>
    public static void Write(string file, string text, bool flush = true)
    {
        string full = Path.GetFullPath(file);
        string temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (FileStream stream = File.Create(temporary))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flush);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"'{file}' cannot be written: {exception.Message.TrimEnd('.')}", "Name a folder that may be written to");
        }
    }
}
