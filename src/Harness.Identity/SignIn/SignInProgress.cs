namespace Harness.Identity.SignIn;

/// <summary>Where a person is in signing in. It travels sealed through the pages, so that no server has to remember it.</summary>
/// <param name="RealmName">First segment of the path that it began at.</param>
internal sealed record SignInProgress(SignInPurpose Purpose, string RealmName, DateTimeOffset StartedAt)
{
    public AuthorizeWish? Authorize { get; init; }

    public AdminConsentWish? AdminConsent { get; init; }

    /// <summary>The device that is signed in for.</summary>
    public string? UserCode { get; init; }

    /// <summary>Tenant of the user; empty before sign-in.</summary>
    public Guid Tenant { get; init; }

    public Guid User { get; init; }

    public DateTimeOffset SignedInAt { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The consent page has been shown and accepted.</summary>
    public bool IsAccepted { get; init; }

    public Guid Client() => Authorize?.Client ?? AdminConsent?.Client ?? Guid.Empty;
}
