using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class AccessPlanTests
{
    private readonly FakeAuthority _authority = new();

    [TestCase("GET", "/api/things", "x-every")]
    [TestCase("POST", "/api/things", "x-every,x-write")]
    [TestCase("GET", "/mto/{id}/x", "x-every,x-mto")]
    [TestCase("GET", "/api/health/ping", "")]
    public void An_operation_needs_the_requirements_that_cover_it_in_their_order(string method, string path, string names)
    {
        Family family = TestFamily.WithAccess(
            "header: x-every, present: true, except: [GET /api/health/ping]",
            "header: x-write, present: true, on: [POST]",
            "header: x-mto, present: true, paths: [/mto/**]");

        AccessPlan plan = AccessPlan.For(family, Operation(method, path, "admin.example.com"));

        plan.Requirements.Select(r => r.Name).Should().Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestCase("admin.example.com", "/", "admin.example.com", true)]
    [TestCase("other.example.com", "/", "admin.example.com", false)]
    [TestCase("{tenant}-admin.example.com", "/", "contoso-admin.example.com", true)]
    [TestCase("{t}-admin.example.com", "/", "contoso-admin.example.com", true)]
    public void A_requirement_of_a_host_holds_on_that_host_and_no_other(string scopeHost, string path, string host, bool needed)
    {
        Family family = TestFamily.WithAccess($"header: x-it, present: true, hosts: [\"{scopeHost}\"]");
        AccessPlan plan = AccessPlan.For(family, Operation("GET", path, "admin.example.com", "{tenant}-admin.example.com", "other.example.com"));

        plan.Verify(new FakeCall(host: host, path: path), _authority, out IAccessRequirement? refusing).Passed.Should().Be(!needed);

        (refusing is not null).Should().Be(needed);
        var call = new OutgoingCall("GET", host, path);
        plan.Satisfy(call, new FakeCredentials(_authority));
        call.Headers.ContainsKey("x-it").Should().Be(needed);
    }

    [Test]
    public void A_literal_host_counts_for_a_template_that_takes_it_but_only_there()
    {
        Family family = TestFamily.WithAccess("header: x-it, present: true, hosts: [contoso-admin.example.com]");
        AccessPlan plan = AccessPlan.For(family, Operation("GET", "/", "{tenant}-admin.example.com"));

        plan.Verify(new FakeCall(host: "contoso-admin.example.com"), _authority, out _).Code.Should().Be("header-missing");
        plan.Verify(new FakeCall(host: "fabrikam-admin.example.com"), _authority, out _).Passed.Should().BeTrue();
    }

    [Test]
    public void The_first_requirement_that_fails_answers()
    {
        Family family = TestFamily.WithAccess("cookie: FedAuth", "header: x-it, present: true");
        AccessPlan plan = AccessPlan.For(family, Operation("GET", "/", "admin.example.com"));

        plan.Verify(new FakeCall(), _authority, out IAccessRequirement? refusing).Code.Should().Be("cookie-missing");
        refusing!.Name.Should().Be("FedAuth");
        refusing.RefusalFor("expired").Should().Be("no", "a reason without refusal of its own is answered like missing");
    }

    [Test]
    public void A_plan_has_decided_overrides_by_operation()
    {
        Family family = TestFamily.WithAccess("header: x-app, equals: home, byOperation: [{ operations: [/search/**], equals: search }]");
        AccessPlan plan = AccessPlan.For(family, Operation("GET", "/search/{id}", "admin.example.com"));

        plan.Requirements.Should().ContainSingle().Which.Should().BeOfType<HeaderRequirement>()
            .Which.Should().Match<HeaderRequirement>(h => h.Overrides.Count == 0 && h.Rule.Words[0] == "search");
    }

    private static Operation Operation(string method, string path, params string[] hosts) =>
        new() { Family = "portal", Method = method, Path = path, Hosts = hosts };
}
