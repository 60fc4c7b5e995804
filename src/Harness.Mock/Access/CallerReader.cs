using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Access;

/// <summary>Reads who makes a call off the credentials that its operation asks for. That they are good, the access gate has seen to.</summary>
internal sealed class CallerReader(IAccessAuthority authority)
{
    private const string Scheme = "Bearer ";

    public Caller Of(Exchange exchange)
    {
        foreach (IAccessRequirement requirement in exchange.Plan?.Access.Requirements ?? [])
        {
            Caller? caller = requirement switch
            {
                CookieRequirement cookie when cookie.ReadSession(exchange, authority) is { } ticket =>
                    new Caller(exchange.Tenant.Personas.FirstOrDefault(p => p.Id == ticket.Persona), ticket.SessionId),
                BearerRequirement bearer when ReadToken(exchange.Header(bearer.Name)) is { } token => Of(exchange.Tenant, token),
                _ => null,
            };
            if (caller is not null)
            {
                return caller;
            }
        }

        return Caller.Nobody;
    }

    public static Caller Of(Tenant tenant, AccessToken token) => new(
        token.IsAppOnly
            ? tenant.Personas.FirstOrDefault(p => p.Id == "service-principal")
            : tenant.Personas.FirstOrDefault(p => string.Equals(p.Upn, token.Persona, StringComparison.OrdinalIgnoreCase)),
        token.SessionId);

    private AccessToken? ReadToken(string? header) =>
        header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? authority.ReadToken(header.AsSpan(Scheme.Length).Trim()) : null;
}
