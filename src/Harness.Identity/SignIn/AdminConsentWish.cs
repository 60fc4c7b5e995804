namespace Harness.Identity.SignIn;

/// <summary>A request for an administrator's consent.</summary>
/// <param name="Scope">v2: what to consent to; null on v1, which means all that the registration asks for.</param>
internal sealed record AdminConsentWish(bool IsV2, Guid Client, string RedirectUri, string? Scope, string? State);
