namespace Harness.Identity.SignIn;

/// <summary>Who is signed in at the service in one browser: what its session cookie says.</summary>
/// <param name="Line">So that a reset can end it.</param>
internal sealed record LoginSession(Guid Line, Guid Tenant, Guid User, DateTimeOffset SignedInAt, IReadOnlyList<string> Methods);
