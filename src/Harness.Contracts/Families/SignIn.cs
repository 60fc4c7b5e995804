namespace Harness.Contracts.Families;

/// <summary>How a person signs in to a portal in a browser.</summary>
/// <param name="Start">Address to open, host templates allowed.</param>
/// <param name="UntilCookie">The cookie whose arrival says that the session stands; null for bearer portals.</param>
public sealed record SignIn(string Start, string? UntilCookie)
{
    /// <summary>Further cookies that sign-in sets and scripts read, though no requirement asks for them: route keys, session ids.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];
}
