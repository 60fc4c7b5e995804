using Microsoft.Playwright;

namespace Harness.EndToEnd.Tests.Browser;

/// <summary>The Chromium of this machine, kept away from the internet; tests that need it are skipped where there is none.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"];

    private const string Nowhere = "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Skips the test where there is none.</summary>
    public static string Require() => Find() ?? throw new IgnoreException($"No browser is on this machine's PATH ({string.Join(", ", Names)}).");

    /// <param name="names">Where host names lead, before none leads anywhere: <c>MAP portal.example 127.0.0.1:5443</c>.</param>
    public static async Task<Chromium> Launch(string? names = null)
    {
        string executable = Require();
        IPlaywright playwright = await Playwright.CreateAsync();
        string rules = names is null ? Nowhere : $"{names}, {Nowhere}";
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = [.. Arguments, $"--host-resolver-rules={rules}"] }));
    }

    /// <summary>A page with cookies of its own.</summary>
    /// <param name="options">Where it is not to be a browser as it comes.</param>
    public async Task<IPage> NewPage(BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
        .FirstOrDefault(File.Exists);
}
