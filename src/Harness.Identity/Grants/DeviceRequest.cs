namespace Harness.Identity.Grants;

/// <summary>A device code that is waiting, and what became of it.</summary>
internal sealed record DeviceRequest(DeviceTicket Ticket, string UserCode, string RealmName)
{
    public bool IsDeclined { get; init; }

    /// <summary>Set when somebody has signed in for the device.</summary>
    public UserGrant? Approved { get; init; }

    public bool IsAnswered => IsDeclined || Approved is not null;
}
