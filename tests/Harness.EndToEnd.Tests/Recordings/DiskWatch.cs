using System.Text;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>Reads whatever lies below a folder, again and again while something runs, and notes where one of some texts stands.</summary>
internal sealed class DiskWatch(string folder, IReadOnlyList<string> wanted)
{
    private const int Most = 16 * 1024 * 1024;

    /// <summary>Every file ever seen.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    /// <summary>Files in which a text stood at some time, with the text.</summary>
    public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    public async Task Until(Task done)
    {
        while (!done.IsCompleted)
        {
            Look();
            await Task.WhenAny(done, Task.Delay(200));
        }

        Look();
    }

    private void Look()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string file in Directory.EnumerateFiles(folder, "*", options))
        {
            Seen.Add(file);
            string text = Encoding.Latin1.GetString(Bytes(file));
            foreach (string secret in wanted.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                Found.Add($"{file}: {secret}");
            }
        }
    }

    // Files come and go while the browser runs.
    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[Math.Min(stream.Length, Most)];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
