using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Identity.Keys;
using Harness.Identity.Tokens;
using Harness.Mock.Access;
using Harness.Mock.Clock;
using Harness.Mock.Control;
using Harness.Mock.Digests;
using Harness.Mock.Exchanges;
using Harness.Mock.Faults;
using Harness.Mock.Home;
using Harness.Mock.Journal;
using Harness.Mock.Licenses;
using Harness.Mock.Login;
using Harness.Mock.Matching;
using Harness.Mock.Portals;
using Harness.Mock.Quirks;
using Harness.Mock.Recordings;
using Harness.Mock.Roles;
using Harness.Mock.Sessions;
using Harness.Mock.SignIn;
using Harness.Mock.State;
using Harness.Mock.Stubs;
using Harness.Mock.Synthesis;
using Harness.Mock.Tenancy;
using Harness.Mock.Trust;
using Harness.Stubs;

namespace Harness.Mock;

/// <summary>All mocked portals and what is live about them: the clock, the tenant in force, sessions, the journal. Knows nothing of sockets.</summary>
internal sealed class MockPortals
{
    private readonly PortalTable _portals;
    private readonly QuirkTools _tools;
    private readonly TenantProfiles _tenants;
    private readonly MockServerPipeline _pipeline;
    private readonly Revocations _revocations = new();
    private readonly EntityChanges _changes = new();
    private readonly SynthesisStage _synthesis;
    private readonly RecordingStage _recordings;
    private readonly TokenServiceHost _login;

    public MockPortals(CompiledContracts contracts, TenantProfiles tenants, Tenant tenant, MockServerOptions options, KeyFolder keys, IList<ContractProblem> problems)
    {
        Options = options;
        _tenants = tenants;
        Clock = new VirtualClock(options.TimeProvider, options.Clock);
        Tenant = new TenantInForce(tenant);
        var tickets = new TicketProtector(keys);
        var signIns = new SignInTickets(tickets);
        var signingKey = new Lazy<SigningKey>(() => SigningKey.Open(keys));
        var tokens = new TokenIssuer(signingKey, Clock);
        Authority = new MockAuthority(tickets, new TokenReader(signingKey), _revocations, Tenant, Clock);
        _tools = new QuirkTools(tickets, tokens, Authority, Clock, new(tenants.ReadAll)) { Seed = options.Seed, RealTime = options.TimeProvider };
        _portals = new PortalTable(contracts, new SignInRedirects(signIns), _tools, problems);
        Journal = new RequestJournal(options.JournalCapacity);
        JournalView = new JournalView(new NearMissView(_portals.Table).Show);
        Sessions = new SessionMint(tickets, tokens, _revocations, Tenant, Clock);
        Faults = new FaultBoard(options.Seed);
        _login = new TokenServiceHost(options, keys, signingKey, _revocations, this);
        Logins = new LoginHosts(Journal, Clock, new SignInPage(signIns, Tenant, Clock), _login);
        Certificates = new LeafCertificates(
            new Lazy<DevelopmentAuthority>(() => DevelopmentAuthority.Open(keys, TrustedHosts.With(_portals.Hosts), options.TimeProvider)), host => Addressing.IsDeclared(host), options.TimeProvider);
        _synthesis = new SynthesisStage(_portals, options, Tenant, Clock);
        Stubs = StubFolders.Load(options, _portals.Families, problems);
        var responder = new StubResponder(Clock, options.Seed);
        var stubs = new StubStage(Stubs, responder, Stages.Stub);
        _recordings = new RecordingStage(RecordingFolders.Load(options, _portals.Families, problems), _portals, _synthesis, responder);
        AccessStage? access = options.Access ? new AccessStage(Authority) : null;
        _pipeline = new MockServerPipeline(
            new PortalPages(_portals, new SignInReturn(signIns, Sessions, _portals.Families), Authority),
            new StubbedPathStage(new MatchingStage(_portals.Table, _portals.Plans), access, stubs),
            new FaultStage(Faults),
            access,
            new LicenseStage(),
            options.Access ? new RoleStage(_tools.Callers) : null,
            new QuirkStage(),
            stubs,
            _recordings,
            new ServiceStage(),
            new DigestStage(tickets, Authority),
            new AmendmentStage(new StateStage(_portals, _synthesis, _changes, part => _pipeline!.Answer(part)), FindOperation),
            new AmendmentStage(_synthesis, FindOperation));
    }

    public MockServerOptions Options { get; }

    public IReadOnlyList<Family> Families => _portals.Families;

    public IReadOnlyList<PortalOperation> Operations => _portals.Plans;

    public VirtualClock Clock { get; }

    public TenantInForce Tenant { get; }

    public RequestJournal Journal { get; }

    public JournalView JournalView { get; }

    public SessionMint Sessions { get; }

    public MockAuthority Authority { get; }

    public StubMappingStore Stubs { get; }

    /// <summary>Faults that a person has switched on.</summary>
    public FaultBoard Faults { get; }

    /// <summary>Everybody who answers on the sign-in hosts.</summary>
    public LoginHosts Logins { get; }

    /// <summary>What the HTTPS listener shows.</summary>
    public LeafCertificates Certificates { get; }

    public Addressing Addressing => _portals.Addressing;

    public ExampleCalls Examples => _synthesis.Examples;

    /// <summary>Milliseconds until the first call could be answered.</summary>
    public int StartupMs { get; set; }

    public IReadOnlyList<string> TenantProfiles => _tenants.Names;

    /// <summary>What calls mean.</summary>
    public KnownCalls Calls => _portals.Calls;

    public Reply Answer(Exchange exchange)
    {
        Reply reply = _pipeline.Answer(exchange);
        return exchange.Delay > TimeSpan.Zero ? reply with { Delay = reply.Delay + exchange.Delay } : reply;
    }

    /// <summary>Every tenant that can be read, for those who must know other tenants than the one in force.</summary>
    public IReadOnlyList<Tenant> ReadTenants() => _tenants.ReadAll();

    public Tenant? FindTenant(string profile) => _tenants.Find(profile, []);

    public void ChangeTenant(Tenant tenant)
    {
        Tenant.Change(tenant);
        _changes.Keep(tenant.Profile);
    }

    public Family FindFamily(string id) => Families.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw ControlRequestException.NotFound($"There is no family '{id}'; there are {string.Join(", ", Families.Select(f => f.Id))}.");

    private PortalOperation? FindOperation(string method, string host, string path) => FindTarget(method, host, path)?.Plan;

    /// <summary>The operation behind a call; null when there is none.</summary>
    public SessionTarget? FindTarget(string method, string host, string path)
    {
        int query = path.IndexOf('?', StringComparison.Ordinal);
        string rawPath = query < 0 ? path : path[..query];
        RouteMatch match = _portals.Table.Match(host.ToLowerInvariant(), method, rawPath);
        return match.IsFound ? new SessionTarget(method, host.ToLowerInvariant(), rawPath, Operations[match.Index]) : null;
    }

    /// <summary>A call that succeeds in the tenant now in force, quirks included.</summary>
    public ExampleCall Example(PortalOperation plan)
    {
        CallRemedy remedy = plan.Quirks.Aggregate(CallRemedy.None, (sum, quirk) => sum.With(quirk.RemedyFor(plan.Operation, Tenant.Current)));
        ExampleCall example = _synthesis.Examples.For(plan.Operation, remedy.PathValues);
        var query = new Dictionary<string, string>(example.Query, StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> parameter in remedy.Query)
        {
            query[parameter.Key] = parameter.Value;
        }

        return example with { Query = query, Body = remedy.Body ?? example.Body };
    }

    public string CurlLine(string server, Family family, MintedSession session, SessionTarget? target) =>
        new FirstCall(this).CurlLine(server, family, session, target);

    /// <summary>Ends what goes on without a call: deliveries to webhooks.</summary>
    public void Stop() => _tools.Stop();

    /// <summary>Sessions, state, clock, journal, faults and tenant as they were at the start.</summary>
    public void Reset()
    {
        _revocations.RevokeAll();
        Clock.Reset();
        Tenant.Reset();
        _changes.Clear();
        Journal.Clear();
        Stubs.Scenarios.Reset();
        _recordings.Reset();
        Faults.Clear();
        _login.Reset();
        _tools.Reset();
    }
}
