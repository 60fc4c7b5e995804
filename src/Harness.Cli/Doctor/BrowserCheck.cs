using Harness.Cli.Browsers;
using Microsoft.Playwright;

namespace Harness.Cli.Doctor;

/// <summary>There is a browser for the commands in which a person signs in.</summary>
internal sealed class BrowserCheck : IMachineCheck
{
    public string Id => "browser";

    public IEnumerable<CheckResult> Look(Surroundings surroundings)
    {
        BrowserTypeLaunchOptions options = InstalledBrowser.Options(executable: null, headless: true);
        yield return options.ExecutablePath is { } executable ? CheckResult.Fine($"{executable} opens for 'sign-in' and 'recordings capture'")
            : OwnFolder() is { } own ? CheckResult.Fine($"Playwright's Chromium in {own} opens for 'sign-in' and 'recordings capture'")
            : OperatingSystem.IsWindows() ? CheckResult.Fine("Microsoft Edge opens for 'sign-in' and 'recordings capture'")
            : CheckResult.Optional("There is no browser for 'sign-in' and 'recordings capture'", OperatingSystem.IsMacOS() ? "Install Microsoft Edge" : "Install Chromium, Chrome or Edge and have it on the PATH: sudo apt-get install chromium");
    }

    private static string? OwnFolder()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] places =
        [
            Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") ?? "",
            Path.Combine(home, ".cache", "ms-playwright"),
            Path.Combine(home, "Library", "Caches", "ms-playwright"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright"),
        ];
        return places.Where(Directory.Exists).FirstOrDefault(p => Directory.EnumerateDirectories(p, "chromium*").Any());
    }
}
