namespace Harness.Contracts.Access;

/// <summary>What a token must be good for. Left-out members of an override take the requirement's own.</summary>
/// <param name="Audiences">Any of them will do; the first is the one asked for.</param>
/// <param name="Scopes">A delegated token needs one of these; empty for no demand.</param>
/// <param name="Roles">An app-only token needs one of these; empty for no demand.</param>
public sealed record TokenDemand(
    IReadOnlyList<AudiencePattern>? Audiences, TokenKind? Kind, IReadOnlyList<string>? Scopes, IReadOnlyList<string>? Roles)
{
    /// <summary>This demand, with what <paramref name="other"/> says in its place.</summary>
    public TokenDemand With(TokenDemand other) =>
        new(other.Audiences ?? Audiences, other.Kind ?? Kind, other.Scopes ?? Scopes, other.Roles ?? Roles);
}
