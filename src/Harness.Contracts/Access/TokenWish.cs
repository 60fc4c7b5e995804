namespace Harness.Contracts.Access;

/// <summary>The token a bearer requirement wants.</summary>
/// <param name="AppOnly">Null when either kind will do.</param>
public sealed record TokenWish(string Audience, IReadOnlyList<string> Scopes, IReadOnlyList<string> Roles, bool? AppOnly, TimeSpan? Lifetime);
