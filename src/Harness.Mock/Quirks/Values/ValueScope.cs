using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Exchanges;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks.Values;

/// <summary>What an expression can see: the tenant, the caller, and the call where there is one.</summary>
internal sealed class ValueScope
{
    // The client id of the portals' own first-party stand-in; real portals each have another.
    private static readonly Guid PortalClient = new("c44b4083-3bb0-49c1-b47d-974e53cbdf3c");

    private readonly QuirkTools _tools;
    private readonly Exchange? _exchange;
    private readonly Lazy<Caller> _caller;
    private readonly Lazy<JsonNode?> _body;

    private ValueScope(QuirkTools tools, Tenant tenant, Exchange? exchange, Func<Caller> caller)
    {
        _tools = tools;
        Tenant = tenant;
        _exchange = exchange;
        _caller = new Lazy<Caller>(caller);
        _body = new Lazy<JsonNode?>(ReadBody);
    }

    public static ValueScope Of(QuirkTools tools, Exchange exchange) => new(tools, exchange.Tenant, exchange, () => tools.CallerOf(exchange));

    public static ValueScope Of(QuirkTools tools, Exchange exchange, TimeSpan lifetime, IReadOnlyList<string> scopes) =>
        new(tools, exchange.Tenant, exchange, () => tools.CallerOf(exchange)) { Lifetime = lifetime, Scopes = scopes };

    /// <summary>Without a call: for examples, which the tenant's first persona makes.</summary>
    public static ValueScope Of(QuirkTools tools, Tenant tenant) =>
        new(tools, tenant, null, () => tenant.Personas.Count == 0 ? Caller.Nobody : Caller.Nobody with { Persona = tenant.Personas[0], Roles = tenant.Personas[0].Roles })
        {
            // An example is shown long before somebody tries it, and the clock may be moved in between.
            Lifetime = TimeSpan.FromDays(30),
        };

    public Tenant Tenant { get; }

    /// <summary>Whether anything was looked at that another call, caller or moment may have differently; what was made without is good for all calls of the tenant.</summary>
    public bool WasAskedOfTheCall { get; private set; }

    public Exchange? Exchange => OfTheCall(_exchange);

    public Caller Caller => OfTheCall(_caller).Value;

    /// <summary>Null when the call has no JSON body.</summary>
    public JsonNode? Body => OfTheCall(_body).Value;

    /// <summary>The tenant that is listed right now, where a list names several.</summary>
    public Tenant? Each { get; set; }

    /// <summary>How long what is minted here is good for.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Delegated permissions of tokens minted here.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["user_impersonation"];

    public DateTimeOffset Now => OfTheCall(_tools).Clock.GetUtcNow();

    public string MintToken(string audience)
    {
        Caller caller = Caller;
        return _tools.Tokens.Issue(new TokenRequest(
            Tenant, audience, PortalClient, caller.Persona ?? (Tenant.Personas.Count > 0 ? Tenant.Personas[0] : null), Scopes, [], Lifetime, caller.SessionId));
    }

    private JsonNode? ReadBody() => _exchange is null || _exchange.Body.IsEmpty ? null : JsonAnswers.ReadStrictly(_exchange.Body.Span);

    private T OfTheCall<T>(T asked)
    {
        WasAskedOfTheCall = true;
        return asked;
    }
}
