using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class HeaderRequirementTests
{
    private readonly FakeAuthority _authority = new();

    [TestCase("equals: MAC", "MAC", null)]
    [TestCase("equals: MAC", "mac", "header-wrong")]
    [TestCase("equals: MAC", "SPO", "header-wrong")]
    [TestCase("equals: MAC", "", "header-missing")]
    [TestCase("equals: MAC", null, "header-missing")]
    [TestCase("equals: 050829af-7f24-4897-8f81-732bf47719ad", "050829AF-7F24-4897-8F81-732BF47719AD", null)]
    [TestCase("oneOf: [MAC, SPO]", "SPO", null)]
    [TestCase("oneOf: [MAC, SPO]", "SPO2", "header-wrong")]
    [TestCase("format: guid", "050829af-7f24-4897-8f81-732bf47719ad", null)]
    [TestCase("format: guid", "050829af7f2448978f81732bf47719ad", "header-wrong")]
    [TestCase("format: guid", "not-a-guid", "header-wrong")]
    [TestCase("format: date-time", "2026-11-20T08:00:00Z", null)]
    [TestCase("format: date-time", "2026-11-20T08:00:00.123+02:00", null)]
    [TestCase("format: date-time", "Fri, 20 Nov 2026 08:00:00 GMT", null)]
    [TestCase("format: date-time", "5", "header-wrong")]
    [TestCase("format: date-time", "2026-11-20", "header-wrong")]
    [TestCase("echoesCookie: s.Key", "secret", null)]
    [TestCase("echoesCookie: s.Key", "other", "header-wrong")]
    [TestCase("echoesCookie: s.None", "secret", "header-wrong")]
    [TestCase("present: true", "anything", null)]
    [TestCase("present: true", null, "header-missing")]
    public void A_header_passes_only_with_the_declared_value(string rule, string? value, string? code)
    {
        HeaderRequirement header = TestFamily.Requirement<HeaderRequirement>($"header: x-app, {rule}");
        FakeCall call = new FakeCall().WithCookie("s.Key", "secret");
        if (value is not null)
        {
            call.WithHeader("X-App", value);
        }

        header.Verify(call, _authority).Code.Should().Be(code);
    }

    [Test]
    public void A_header_may_echo_a_session_cookie_under_any_of_its_names()
    {
        IReadOnlyList<IAccessRequirement> access = TestFamily.Access("cookie: AjaxSessionKey, aliases: [s.AjaxSessionKey]",
            "header: AjaxSessionKey, echoesCookie: s.AjaxSessionKey");

        access[1].Verify(new FakeCall().WithCookie("AjaxSessionKey", "k").WithHeader("AjaxSessionKey", "k"), _authority).Passed.Should().BeTrue();
        access[1].Verify(new FakeCall().WithCookie("s.AjaxSessionKey", "k").WithHeader("AjaxSessionKey", "k"), _authority).Passed.Should().BeTrue();
    }

    [Test]
    public void A_wrong_value_is_answered_with_what_this_blade_expects_and_never_with_the_value_that_came()
    {
        AccessVerdict verdict = Blades().Verify(
            new FakeCall(path: "/admin/api/searchadminapi/qnas").WithHeader("x-app", "leaked-secret"), _authority);

        verdict.Code.Should().Be("header-wrong");
        verdict.Because.Should().Contain("'search'").And.Contain("/admin/api/searchadminapi/qnas");
        verdict.Expected.Should().Equal("search");
        (verdict.Because + verdict.Fix).Should().NotContain("leaked-secret");
    }

    [TestCase("GET", "/admin/api/searchadminapi/qnas", "search", null)]
    [TestCase("GET", "/admin/api/searchadminapi/qnas", "home", "header-wrong")]
    [TestCase("GET", "/admin/api/other", "home", null)]
    [TestCase("POST", "/admin/api/office", "office", null)]
    [TestCase("GET", "/admin/api/office", "office", "header-wrong")]
    public void The_first_override_that_matches_decides(string method, string path, string value, string? code)
    {
        FakeCall call = new FakeCall(method, path: path).WithHeader("x-app", value);

        Blades().Verify(call, _authority).Code.Should().Be(code);
        Blades().BoundTo(method, path).Verify(call, _authority).Code.Should().Be(code);
    }

    [Test]
    public void A_bound_header_decides_by_its_operation_and_not_by_the_path_of_the_call() =>
        Blades().BoundTo("GET", "/admin/api/searchadminapi/{kind}")
            .Verify(new FakeCall(path: "/whatever").WithHeader("x-app", "search"), _authority).Passed.Should().BeTrue();

    [Test]
    public void A_cookie_that_only_a_header_echoes_travels_with_it()
    {
        HeaderRequirement header = TestFamily.Requirement<HeaderRequirement>("header: x-portal-routekey, echoesCookie: x-portal-routekey");
        var call = new OutgoingCall("GET", "admin.example.com", "/api/things");

        header.Satisfy(call, new FakeCredentials(_authority));

        call.Cookies["x-portal-routekey"].Should().Be(call.Headers["x-portal-routekey"]);
        header.Verify(FakeCall.From(call), _authority).Passed.Should().BeTrue();
    }

    private static HeaderRequirement Blades() => TestFamily.Requirement<HeaderRequirement>(
        """
        header: x-app, equals: home, byOperation: [
            { operations: ["/admin/api/searchadminapi/**"], equals: search }, { operations: ["POST /admin/api/office"], equals: office }]
        """);
}
