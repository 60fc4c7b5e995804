using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Roles;

/// <summary>Tells who calls, from the credentials that the access gate has let in.</summary>
internal sealed class Callers(IAccessAuthority authority)
{
    // Tickets and tokens are read once and then handed out again, so the person behind one is looked up once too.
    private readonly Remembered<object, Known> _known = new();

    /// <summary>Null where nothing on the call says who it is: an open route, or a token inside the body.</summary>
    public Caller? Of(Exchange exchange)
    {
        IReadOnlyList<IAccessRequirement> requirements = exchange.Plan!.Access.Requirements;
        for (int i = 0; i < requirements.Count; i++)
        {
            if (requirements[i] is CookieRequirement cookie && cookie.ReadSession(exchange, authority) is { } session)
            {
                return Find(exchange.Tenant, session) ?? Keep(exchange.Tenant, session, Caller.Of(exchange.Tenant, session));
            }

            if (requirements[i] is BearerRequirement bearer && bearer.ReadToken(exchange, authority) is { } token)
            {
                return Find(exchange.Tenant, token) ?? Keep(exchange.Tenant, token, Caller.Of(exchange.Tenant, token));
            }
        }

        return null;
    }

    private Caller? Find(Tenant tenant, object credential) => _known.TryFind(credential, out Known? known) && ReferenceEquals(known.Tenant, tenant) ? known.Caller : null;

    private Caller Keep(Tenant tenant, object credential, Caller caller)
    {
        _known.Keep(credential, new Known(tenant, caller));
        return caller;
    }

    private sealed record Known(Tenant Tenant, Caller Caller);
}
