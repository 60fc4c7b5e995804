namespace Harness.Mock.Access;

/// <summary>What the caller of <c>POST sessions</c> wants to differ from what the family would get by itself.</summary>
/// <param name="Lifetime">Of everything in the session; null for the family's own lifetimes.</param>
/// <param name="Audience">Of tokens; null for what each requirement asks for.</param>
/// <param name="AppOnly">Kind of tokens; null for what each requirement asks for.</param>
internal sealed record SessionWish(TimeSpan? Lifetime, string? Audience, bool? AppOnly);
