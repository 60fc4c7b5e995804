using Harness.Contracts.Access;
using Harness.Identity.Tokens;
using Harness.Mock.Tenancy;

namespace Harness.Mock.Access;

/// <summary>The mock's own authority: reads back what this server, or another with the same keys, has issued.</summary>
internal sealed class MockAuthority(TicketProtector tickets, TokenReader tokens, Revocations revocations, TenantInForce tenant, TimeProvider clock)
    : IAccessAuthority
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyDictionary<string, string> HostValues => tenant.Current.Hosts;

    public string TenantId => tenant.Id;

    public SessionTicket? ReadTicket(string protectedValue) => ReadTicket(protectedValue.AsSpan());

    public AccessToken? ReadToken(string token) => ReadToken(token.AsSpan());

    public SessionTicket? ReadTicket(ReadOnlySpan<char> protectedValue)
    {
        SessionTicket? ticket = tickets.Unprotect(protectedValue);
        return ticket is not null && revocations.Any && revocations.IsRevoked(ticket.SessionId) ? null : ticket;
    }

    public AccessToken? ReadToken(ReadOnlySpan<char> token)
    {
        AccessToken? read = tokens.Read(token);
        return read?.SessionId is { } session && revocations.Any && revocations.IsRevoked(session) ? null : read;
    }
}
