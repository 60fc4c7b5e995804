namespace Harness.Stubs.Recordings;

/// <summary>Puts recordings where they are committed. Files of other operations stay as they are.</summary>
public static class RecordingFolder
{
    /// <summary>Writes all of them aside first: a disk that is full leaves what was there.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string folder, IReadOnlyList<RecordingFile> files)
    {
        Directory.CreateDirectory(folder);
        string aside = Path.Combine(folder, $".recording-{Environment.ProcessId}");
        try
        {
            foreach (RecordingFile file in files)
            {
                string path = Path.Combine(aside, file.RelativePath);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using FileStream stream = File.Create(path);
                file.WriteTo(stream);
            }

            foreach (RecordingFile file in files)
            {
                string path = Path.Combine(folder, file.RelativePath);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(Path.Combine(aside, file.RelativePath), path, overwrite: true);
            }
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }
}
