namespace Harness.Contracts.Access;

/// <summary>What a session cookie or form digest of the mock says once it is unprotected. Self-contained: no server remembers it.</summary>
/// <param name="Purpose">What it was issued as, e.g. <c>session</c> or <c>digest</c>; a ticket is good for nothing else.</param>
/// <param name="Family">Family it was issued for. Families may share a session (Defender and Purview do not).</param>
/// <param name="Persona">Persona id of the tenant.</param>
/// <param name="SessionId">The same in everything that was issued together, so that a digest can be bound to its session.</param>
/// <param name="Site">Host that a digest is bound to; empty for sessions.</param>
public sealed record SessionTicket(
    string Purpose,
    string Family,
    string TenantId,
    string Persona,
    string SessionId,
    string Site,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt);
