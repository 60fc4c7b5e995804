using System.Security.Cryptography;
using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks.Relay;

/// <summary>Client ids of a relay. Each says by itself whose it is and until when, so that any server with the same keys takes it.</summary>
internal sealed class RelayClients(QuirkTools tools, string family, TimeSpan lifetime)
{
    private const string Purpose = "relay-client";

    public string Issue(Tenant tenant, Caller caller, string host)
    {
        DateTimeOffset now = tools.Clock.GetUtcNow();
        string session = caller.SessionId ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return tools.Tickets.Protect(new SessionTicket(Purpose, family, tenant.Id.ToString("D"), caller.Persona?.Id ?? "", session, host, now, now + lifetime));
    }

    /// <summary>Whether the relay still knows a client: issued by us, on this host, in this tenant, not expired, its session not ended.</summary>
    public bool Knows(string? clientId, Tenant tenant, string host) =>
        clientId is { Length: > 0 }
        && tools.Authority.ReadTicket(clientId) is { Purpose: Purpose } ticket
        && string.Equals(ticket.Family, family, StringComparison.Ordinal)
        && string.Equals(ticket.Site, host, StringComparison.OrdinalIgnoreCase)
        && string.Equals(ticket.TenantId, tenant.Id.ToString("D"), StringComparison.OrdinalIgnoreCase)
        && tools.Clock.GetUtcNow() < ticket.ExpiresAt;
}
