namespace Harness.Contracts.Families;

/// <summary>The read that says whose tenant a portal session belongs to, because a cookie cannot be looked into.</summary>
/// <param name="Call">As <c>GET /path</c>; one of the family's canaries does best.</param>
/// <param name="Pointer">JSON pointer to the tenant's id.</param>
public sealed record TenantMark(string Call, string Pointer);
