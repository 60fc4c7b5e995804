using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Identity.Keys;
using Harness.Identity.Tokens;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Harness.Mock.Quirks;
using Harness.Mock.SignIn;
using Harness.Mock.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Harness.Tests.Support;

/// <summary>One quirk as <c>family.yml</c> declares it, and calls to try it with; no server.</summary>
internal sealed class QuirkBench : IDisposable
{
    public const string Audience = "https://portal.contoso.test";

    private const string Access = "access:\n  - { bearer: Authorization, audience: [\"" + Audience + "\"], refusal: { missing: no } }\n";

    private readonly TemporaryFolder _folder = new();
    private readonly TokenIssuer _tokens;
    private readonly Portal _portal;

    /// <param name="quirk">Kind and settings as YAML in one line: <c>must-equal: { operations: [/**], ... }</c>.</param>
    public QuirkBench(string quirk)
    {
        Family family = TestFamily.Read(TestFamily.Frame + Access + "quirks:\n  - " + quirk + "\n");
        var keys = new KeyFolder(_folder.Path);
        var key = new Lazy<SigningKey>(() => SigningKey.Open(keys));
        var tickets = new TicketProtector(keys);
        _tokens = new TokenIssuer(key, Clock);
        var authority = new MockAuthority(tickets, new TokenReader(key), new Revocations(), new TenantInForce(MakeBelieve.Contoso), Clock);
        _portal = new Portal(family, new SignInRedirects(new SignInTickets(tickets)));
        Tools = new QuirkTools(tickets, _tokens, authority, Clock, new(() => [MakeBelieve.Contoso, Sister]));
        Quirk = QuirkRegistry.Create(family.Quirks[0], Tools, Problems)!;
    }

    public static Tenant Sister { get; } = MakeBelieve.Contoso with { Profile = "sister", Id = new Guid("0a1b2c3d-0001-4000-8000-000000000002"), DisplayName = "Sister" };

    public StandingClock Clock { get; } = MakeBelieve.Clock();

    public List<ContractProblem> Problems { get; } = [];

    public QuirkTools Tools { get; }

    public IQuirk Quirk { get; }

    /// <summary>A call that its operation's access model let in.</summary>
    /// <param name="target">Path and query.</param>
    /// <param name="path">Path parameters by name.</param>
    public Exchange Call(string method, string target, string? persona = null, string? body = null, params (string Name, string Value)[] path)
    {
        var http = new DefaultHttpContext();
        int query = target.IndexOf('?', StringComparison.Ordinal);
        http.Request.Method = method;
        http.Request.QueryString = new QueryString(query < 0 ? null : target[query..]);
        string raw = query < 0 ? target : target[..query];
        Operation operation = MakeBelieve.Call(method, raw, "200", "application/json", null) with { Hosts = ["other.example.com"] };
        if (persona is not null)
        {
            http.Request.Headers.Authorization = "Bearer " + Token(persona, Audience);
        }

        var address = new RequestAddress(AddressForm.Path, "other.example.com", raw, "");
        return new Exchange(http, "1", Clock.GetUtcNow(), MakeBelieve.Contoso, address)
        {
            Portal = _portal,
            Plan = new PortalOperation(0, raw, operation, _portal, AccessPlan.For(_portal.Family, operation), [], [Quirk]),
            Values = new PathValues([.. path.Select(p => p.Name)], [.. path.Select(p => p.Value)]),
            Body = Encoding.UTF8.GetBytes(body ?? ""),
        };
    }

    public string Token(string persona, string audience, params string[] contexts) => _tokens.Issue(new TokenRequest(
        MakeBelieve.Contoso, audience, Guid.Empty, MakeBelieve.Contoso.Personas.First(p => p.Id == persona), ["user_impersonation"], [], TimeSpan.FromHours(1))
    { Contexts = contexts });

    /// <summary>The answer that the quirk makes of a made-up one.</summary>
    public JsonNode? Amended(Exchange exchange, string answer)
    {
        var reply = new Reply(200, new Decision(Stages.Synthesis, "served", "", null, null, null)) { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(answer) };
        return JsonNode.Parse(Quirk.Amend(exchange, reply).Body.Span);
    }

    public void Dispose() => _folder.Dispose();
}
