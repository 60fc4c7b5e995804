namespace Harness.Drift.Probing;

/// <summary>What an answer's body turned out to be, told from its bytes rather than from its Content-Type.</summary>
public enum BodyKind
{
    None,
    Json,

    /// <summary>An HTML page that is not a sign-in page: a portal's shell, an error page.</summary>
    Html,

    /// <summary>A sign-in page or a script that redirects to one.</summary>
    SignInPage,
    Text,
    Binary,
}
