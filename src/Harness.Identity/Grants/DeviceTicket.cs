namespace Harness.Identity.Grants;

/// <summary>What a device code stands for: an application that waits for somebody to sign in elsewhere.</summary>
internal sealed record DeviceTicket(Guid Id, Guid Client, bool IsV2, DateTimeOffset ExpiresAt)
{
    /// <summary>v2: the scope parameter as sent.</summary>
    public string? Scope { get; init; }

    /// <summary>v1: the resource as sent.</summary>
    public string? Resource { get; init; }
}
