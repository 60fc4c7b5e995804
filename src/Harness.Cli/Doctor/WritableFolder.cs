namespace Harness.Cli.Doctor;

/// <summary>Finds out whether a folder can be written to, in the one way that is sure.</summary>
internal static class WritableFolder
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static string? Refusal(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
