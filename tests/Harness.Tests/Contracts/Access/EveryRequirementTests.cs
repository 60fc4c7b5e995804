using Harness.Contracts.Access;
using Harness.Contracts.Access.Reading;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

/// <summary>What must hold for each kind of requirement there is, new ones included.</summary>
public sealed class EveryRequirementTests
{
    private static readonly string[] Entries =
    [
        "cookie: FedAuth, companions: [rtFa], lifetime: P5D",
        "cookie: sccauth, chunks: { marker: \"chunks:\", count: 2 }",
        "cookie: .AspNetCore.Cookies, chunks: { marker: \"chunks-\", count: 2 }, aliases: [other]",
        "xsrf: XSRF-TOKEN, header: X-XSRF-TOKEN, on: [POST]",
        "bearer: Authorization, audience: [\"https://{tenant}.example.com\"], kind: app, roles: [Some.Role], lifetime: PT1H",
        "header: x-equals, equals: MAC",
        "header: x-one, oneOf: [a, b]",
        "header: x-guid, format: guid",
        "header: x-start-time, format: date-time",
        "header: x-echo, echoesCookie: rtFa",
        "header: x-present, present: true",
        "query: tenantId, format: guid",
        "query: domain, format: guid-or-domain",
        "query: api-version, equals: 2024-10-01",
        "formDigest: X-RequestDigest, on: [POST], mintedBy: POST /_api/contextinfo, lifetime: PT30M, boundTo: [session, site]",
    ];

    // The parts of a cookie in chunks have to be put together, which costs memory.
    private static readonly string[] EntriesInOnePart = [.. Entries.Where(e => !e.Contains("chunks", StringComparison.Ordinal))];

    private readonly FakeAuthority _authority = new();

    [Test]
    public void A_call_that_was_satisfied_is_let_in()
    {
        AccessPlan plan = Plan();
        var call = new OutgoingCall("POST", "contoso-admin.example.com", "/api/things");

        plan.Satisfy(call, new FakeCredentials(_authority));

        plan.Requirements.Should().HaveCount(Entries.Length);
        plan.Verify(FakeCall.From(call), _authority, out IAccessRequirement? refusing).Should().Be(AccessVerdict.Pass, "{0} was satisfied", refusing);
    }

    [TestCaseSource(nameof(Entries))]
    public void A_call_that_was_not_satisfied_is_refused_by_it(string entry)
    {
        IAccessRequirement requirement = Plan().Requirements[Array.IndexOf(Entries, entry)];

        AccessVerdict verdict = requirement.Verify(new FakeCall("POST"), _authority);

        verdict.Reason.Should().Be("missing");
        verdict.Because.Should().NotBeNullOrEmpty().And.EndWith(".");
        verdict.Fix.Should().NotBeNullOrEmpty().And.EndWith(".");
    }

    [Test]
    public void A_source_that_has_nothing_leaves_the_call_refused_and_not_broken()
    {
        AccessPlan plan = Plan();
        var call = new OutgoingCall("POST", "contoso-admin.example.com", "/api/things");

        plan.Satisfy(call, new EmptyCredentials());

        plan.Verify(FakeCall.From(call), _authority, out _).Code.Should().Be("cookie-missing");
    }

    [Test]
    public void The_registry_reads_every_kind_there_is()
    {
        IEnumerable<Type> types = typeof(AccessRequirement).Assembly.GetTypes().Where(t => typeof(IAccessRequirement).IsAssignableFrom(t)
            && !t.IsAbstract);

        Plan().Requirements.Select(r => r.GetType()).Distinct().Should().BeEquivalentTo(types,
            "each needs a line in the registry and an entry in this test");
        AccessRequirementRegistry.Kinds.Should().HaveCount(types.Count());
        AccessRequirementRegistry.Kinds.Should().OnlyContain(k => k.Reasons[0] == "missing");
    }

    [TestCaseSource(nameof(EntriesInOnePart))]
    public void A_call_that_is_let_in_costs_no_memory(string entry)
    {
        AccessPlan plan = Plan();
        var call = new OutgoingCall("POST", "contoso-admin.example.com", "/api/things");
        plan.Satisfy(call, new FakeCredentials(_authority));
        FakeCall arriving = FakeCall.From(call);
        IAccessRequirement requirement = plan.Requirements[Array.IndexOf(Entries, entry)];
        requirement.Verify(arriving, _authority).Passed.Should().BeTrue();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            requirement.Verify(arriving, _authority);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100, "not one object per call");
    }

    private static AccessPlan Plan() => AccessPlan.For(TestFamily.WithAccess(Entries), Operation());

    private static Operation Operation() =>
        new() { Family = "portal", Method = "POST", Path = "/api/things", Hosts = ["{tenant}-admin.example.com"] };

    private sealed class EmptyCredentials : ICredentialSource
    {
        public string? Cookie(string name, TimeSpan? lifetime) => null;

        public string? Token(TokenWish wish) => null;

        public string? Digest(string name, string mintedBy, TimeSpan lifetime, string host) => null;

        public Guid NewId() => Guid.Empty;

        public string? Value(string name) => null;
    }
}
