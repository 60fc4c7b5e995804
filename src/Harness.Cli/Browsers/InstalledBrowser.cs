using Harness.Contracts;
using Microsoft.Playwright;

namespace Harness.Cli.Browsers;

/// <summary>Opens a real browser: one that is installed already, or else the one that Playwright brought.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] OnPath = ["microsoft-edge", "google-chrome", "chromium", "chromium-browser", "msedge", "chrome"];

    /// <summary>Settings for the browser that the person names, or else the first one found.</summary>
    /// <param name="executable">Null for the first one found.</param>
    /// <param name="headless">Without a window; then nothing but loopback names resolve, because no person watches where it goes.</param>
    public static BrowserTypeLaunchOptions Options(string? executable, bool headless)
    {
        string[] arguments = headless
            ? ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", .. Sandbox(),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1"]
            : ["--no-first-run", .. Sandbox()];
        executable ??= Find();
        return new BrowserTypeLaunchOptions
        {
            Headless = headless,
            Args = arguments,
            ExecutablePath = executable,
            Channel = executable is null && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) ? "msedge" : null,
        };
    }

    /// <summary>Null when there is none on the PATH; Playwright then opens its own.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OnPath.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
        .FirstOrDefault(File.Exists);

    /// <summary>What a person can do who has no browser that can be opened.</summary>
    public static HarnessException Unusable(Exception exception) =>
        new($"no browser could be used: {exception.Message.Split('\n')[0].TrimEnd('.')}", "Install Chromium, Chrome or Edge, or name one with --browser");

    // Chromium's sandbox does not work for root, as which containers and CI run.
    private static string[] Sandbox() => Environment.UserName == "root" ? ["--no-sandbox"] : [];
}
