using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks;

/// <summary>What quirks may use of the server: its keys, its clock, its tenants. The same for all of them.</summary>
internal sealed class QuirkTools(TicketProtector tickets, TokenIssuer tokens, IAccessAuthority authority, TimeProvider clock, Lazy<IReadOnlyList<Tenant>> tenants)
{
    public TicketProtector Tickets => tickets;

    public TokenIssuer Tokens => tokens;

    public IAccessAuthority Authority => authority;

    public Caller CallerOf(Exchange exchange) => Caller.Of(exchange, authority) ?? Caller.Nobody;

    /// <summary>The virtual one.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Every tenant the server knows; some portals show several at once.</summary>
    public IReadOnlyList<Tenant> Tenants => tenants.Value;
}
