namespace Harness.Cli.SignIn;

/// <summary>Finds a Chromium-based browser on this machine.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names = ["microsoft-edge", "google-chrome", "chromium", "chromium-browser", "msedge", "chrome"];

    /// <summary>Null when there is none on the PATH; Playwright then opens its own.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
        .FirstOrDefault(File.Exists);
}
