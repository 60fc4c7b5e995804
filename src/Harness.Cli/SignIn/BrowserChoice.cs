namespace Harness.Cli.SignIn;

/// <summary>Which browser is opened, and for how long it stays open.</summary>
/// <param name="Executable">Null for the one that Playwright has installed.</param>
internal sealed record BrowserChoice(string? Executable, bool Headless, TimeSpan Patience)
{
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
