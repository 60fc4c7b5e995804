namespace Harness.Contracts.Access;

/// <summary>On whose behalf a token must have been issued.</summary>
public enum TokenKind
{
    Any,
    Delegated,
    App,
}
