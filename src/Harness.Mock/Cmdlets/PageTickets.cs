using System.Security.Cryptography;
using Harness.Contracts.Access;
using Harness.Mock.Access;

namespace Harness.Mock.Cmdlets;

/// <summary>Places in a long answer, for the same body sent again. Each says by itself until when, so that any server with the same keys takes it.</summary>
internal sealed class PageTickets(TicketProtector tickets, TimeProvider clock, TimeSpan lifetime)
{
    private const string Purpose = "cmdlet-page";

    public string Issue(Guid tenant, string path, ReadOnlyMemory<byte> body, int skip)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return tickets.Protect(new SessionTicket(Purpose, HashOf(body), tenant.ToString("D"), $"{skip}", "", path, now, now + lifetime));
    }

    /// <summary>How many were shown already; null when the ticket is not ours, is too old, or goes with another call.</summary>
    public int? Read(string text, Guid tenant, string path, ReadOnlyMemory<byte> body) =>
        tickets.Unprotect(text) is { Purpose: Purpose } ticket
        && ticket.Family == HashOf(body)
        && ticket.TenantId == tenant.ToString("D")
        && string.Equals(ticket.Site, path, StringComparison.OrdinalIgnoreCase)
        && clock.GetUtcNow() < ticket.ExpiresAt
        && int.TryParse(ticket.Persona, out int skip)
            ? skip
            : null;

    private static string HashOf(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16));
}
