using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Roles;
using Harness.Mock.World;

namespace Harness.Mock.Quirks;

/// <summary>What quirks may use of the server: its keys, its clock, its tenants. The same for all of them.</summary>
internal sealed class QuirkTools(TicketProtector tickets, TokenIssuer tokens, IAccessAuthority authority, TimeProvider clock, Lazy<IReadOnlyList<Tenant>> tenants)
{
    private readonly List<Action> _resets = [];
    private readonly List<Action> _stops = [];
    private volatile TenantWorld? _world;

    public TicketProtector Tickets => tickets;

    public TokenIssuer Tokens => tokens;

    public IAccessAuthority Authority => authority;

    public Callers Callers { get; } = new(authority);

    public Caller CallerOf(Exchange exchange) => Callers.Of(exchange) ?? Caller.Nobody;

    /// <summary>The virtual one.</summary>
    public TimeProvider Clock => clock;

    /// <summary>For waits, which no moved clock shortens.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;

    public long Seed { get; init; } = 1;

    /// <summary>Every tenant the server knows; some portals show several at once.</summary>
    public IReadOnlyList<Tenant> Tenants => tenants.Value;

    /// <summary>The token on a call; null when there is none that we issued.</summary>
    public AccessToken? TokenOf(Exchange exchange) =>
        exchange.Plan!.Access.Requirements.OfType<BearerRequirement>().Select(b => b.ReadToken(exchange, authority)).FirstOrDefault(t => t is not null);

    /// <summary>The seeded world that the tenant's other portals show.</summary>
    public TenantWorld WorldOf(Tenant tenant) => _world is { } known && ReferenceEquals(known.Tenant, tenant) ? known : _world = new TenantWorld(tenant, Seed, clock);

    /// <summary>A quirk with state says how it goes back to its start.</summary>
    public void OnReset(Action reset) => _resets.Add(reset);

    /// <summary>A quirk that does something between calls says how it is ended.</summary>
    public void OnStop(Action stop) => _stops.Add(stop);

    public void Reset() => _resets.ForEach(reset => reset());

    public void Stop() => _stops.ForEach(stop => stop());
}
