using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class BearerRequirementTests
{
    private const string Management = "https://manage.office.com";

    private readonly FakeAuthority _authority = new();
    private readonly BearerRequirement _bearer = TestFamily.Requirement<BearerRequirement>(
        $$"""
        bearer: Authorization, audience: ["{{Management}}"], scopes: [ActivityFeed.Read], roles: [ActivityFeed.Read], lifetime: PT1H,
            byHost: [{ host: other.example.com, audience: ["https://service.powerapps.com/", "https://{tenant}.example.com"] }],
            byOperation: [{ operations: ["/ServiceComms/**"], scopes: [ServiceHealth.Read], kind: delegated }, { operations: ["/own/**"], audience: [own], scopes: [] }]
        """);

    [TestCase(null, "token-missing")]
    [TestCase("", "token-missing")]
    [TestCase("Bearer", "token-malformed")]
    [TestCase("Bearer ", "token-malformed")]
    [TestCase("Bearer nobody.issued.this", "token-malformed")]
    [TestCase("Basic dXNlcjpwYXNz", "token-malformed")]
    public void What_is_no_token_of_ours_is_refused(string? header, string code)
    {
        FakeCall call = header is null ? new FakeCall() : new FakeCall().WithHeader("Authorization", header);

        _bearer.Verify(call, _authority).Code.Should().Be(code);
    }

    [TestCase("Bearer ")]
    [TestCase("bearer ")]
    [TestCase("BEARER   ")]
    public void The_scheme_may_be_written_in_any_letter_case(string scheme) =>
        _bearer.Verify(new FakeCall().WithHeader("Authorization", scheme + _authority.IssueToken(Good())), _authority).Passed.Should().BeTrue();

    [Test]
    public void A_token_is_good_until_the_clock_reaches_its_end()
    {
        FakeCall call = Call(Good());

        _authority.Now = _authority.Now.AddHours(1).AddSeconds(-1);
        _bearer.Verify(call, _authority).Passed.Should().BeTrue();

        _authority.Now = _authority.Now.AddSeconds(1);
        AccessVerdict verdict = _bearer.Verify(call, _authority);
        verdict.Code.Should().Be("token-expired");
        verdict.Because.Should().Contain("2026-11-20 09:00:00Z");
    }

    [TestCase(4, null)]
    [TestCase(6, "token-malformed")]
    public void A_token_from_the_future_is_malformed_beyond_the_usual_clock_skew(int minutes, string? code) =>
        _bearer.Verify(Call(Good() with { NotBefore = _authority.Now.AddMinutes(minutes) }), _authority).Code.Should().Be(code);

    [Test]
    public void A_token_of_another_tenant_is_malformed() =>
        _bearer.Verify(Call(Good() with { TenantId = "5c3a0000-0000-0000-0000-000000000001" }), _authority).Code.Should().Be("token-malformed");

    [TestCase("https://manage.office.com/")]
    [TestCase("https://Manage.office.com")]
    [TestCase("https://graph.microsoft.com")]
    public void An_audience_that_differs_in_one_character_is_wrong(string audience)
    {
        AccessVerdict verdict = _bearer.Verify(Call(Good() with { Audience = audience }), _authority);

        verdict.Code.Should().Be("token-wrong-audience");
        verdict.Because.Should().Contain($"'{audience}'").And.Contain($"'{Management}'");
        verdict.Audience.Should().Be(audience);
        verdict.Expected.Should().Equal(Management);
    }

    [TestCase("other.example.com", "https://service.powerapps.com/", null)]
    [TestCase("other.example.com", "https://contoso.example.com", null)]
    [TestCase("other.example.com", "https://fabrikam.example.com", "token-wrong-audience")]
    [TestCase("other.example.com", Management, "token-wrong-audience")]
    [TestCase("admin.example.com", "https://service.powerapps.com/", "token-wrong-audience")]
    public void A_token_right_for_one_backend_is_wrong_for_the_next(string host, string audience, string? code)
    {
        FakeCall call = new FakeCall(host: host).WithHeader("Authorization", "Bearer " + _authority.IssueToken(Good() with { Audience = audience }));

        _bearer.Verify(call, _authority).Code.Should().Be(code);
        _bearer.BoundTo("GET", "/api/things").Verify(call, _authority).Code.Should().Be(code);
    }

    [TestCase(false, "Other.Read,activityfeed.read", "", null)]
    [TestCase(false, "Other.Read", "ActivityFeed.Read", "scope-missing")]
    [TestCase(false, "", "", "scope-missing")]
    [TestCase(true, "", "ActivityFeed.Read", null)]
    [TestCase(true, "ActivityFeed.Read", "Other.Read", "role-missing")]
    public void A_users_token_needs_a_scope_and_an_applications_token_a_role(bool appOnly, string scopes, string roles, string? code) =>
        _bearer.Verify(Call(_authority.Token(Management, appOnly, Split(scopes), Split(roles))), _authority).Code.Should().Be(code);

    [TestCase("/ServiceComms/health", "ServiceHealth.Read", false, null)]
    [TestCase("/ServiceComms/health", "ActivityFeed.Read", false, "scope-missing")]
    [TestCase("/ServiceComms/health", "", true, "token-wrong-kind")]
    public void An_operation_may_demand_more_than_its_family(string path, string scope, bool appOnly, string? code)
    {
        string token = _authority.IssueToken(_authority.Token(Management, appOnly, Split(scope), ["ActivityFeed.Read"]));
        FakeCall call = new FakeCall(path: path).WithHeader("Authorization", "Bearer " + token);

        _bearer.Verify(call, _authority).Code.Should().Be(code);
        _bearer.BoundTo("GET", path).Verify(call, _authority).Code.Should().Be(code);
    }

    [TestCase("admin.example.com")]
    [TestCase("other.example.com")]
    public void An_operations_own_audience_outranks_its_hosts(string host)
    {
        string token = _authority.IssueToken(_authority.Token("own"));
        FakeCall call = new FakeCall(host: host, path: "/own/x").WithHeader("Authorization", $"Bearer {token}");

        _bearer.Verify(call, _authority).Passed.Should().BeTrue();
        _bearer.BoundTo("GET", "/own/{id}").Verify(call, _authority).Passed.Should().BeTrue();
    }

    [TestCase("app", false, "token-wrong-kind")]
    [TestCase("app", true, null)]
    [TestCase("delegated", true, "token-wrong-kind")]
    [TestCase("delegated", false, null)]
    [TestCase("any", true, null)]
    public void A_token_of_the_wrong_kind_is_refused(string kind, bool appOnly, string? code) =>
        TestFamily.Requirement<BearerRequirement>($"bearer: Authorization, audience: [x], kind: {kind}")
            .Verify(Call(_authority.Token("x", appOnly)), _authority).Code.Should().Be(code);

    [Test]
    public void No_sentence_repeats_the_token()
    {
        string token = _authority.IssueToken(Good() with { Audience = "other" });

        AccessVerdict verdict = _bearer.Verify(new FakeCall().WithHeader("Authorization", $"Bearer {token}"), _authority);

        (verdict.Because + verdict.Fix).Should().NotContain(token);
    }

    private FakeCall Call(AccessToken token) => new FakeCall().WithHeader("Authorization", "Bearer " + _authority.IssueToken(token));

    private AccessToken Good() => _authority.Token(Management, scopes: ["ActivityFeed.Read"]);

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
