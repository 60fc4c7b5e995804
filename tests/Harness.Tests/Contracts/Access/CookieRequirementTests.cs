using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class CookieRequirementTests
{
    private readonly FakeAuthority _authority = new();
    private readonly CookieRequirement _cookie = TestFamily.Requirement<CookieRequirement>(
        "cookie: sccauth, aliases: [s.sccauth], companions: [route], chunks: { marker: \"chunks:\", count: 3 }, lifetime: PT4H");

    [Test]
    public void A_call_without_the_session_cookie_is_refused_as_missing()
    {
        AccessVerdict verdict = _cookie.Verify(new FakeCall().WithCookie("route", "x"), _authority);

        verdict.Code.Should().Be("cookie-missing");
        verdict.Reason.Should().Be("missing");
        verdict.Because.Should().Contain("'sccauth'");
    }

    [Test]
    public void An_empty_session_cookie_is_missing_too() =>
        _cookie.Verify(Call(""), _authority).Code.Should().Be("cookie-missing");

    [TestCase("sccauth")]
    [TestCase("s.sccauth")]
    public void A_session_passes_under_each_of_its_names(string name) =>
        _cookie.Verify(new FakeCall().WithCookie("route", "x").WithCookie(name, _authority.IssueSession("portal")), _authority)
            .Passed.Should().BeTrue();

    [Test]
    public void A_session_is_good_until_the_clock_reaches_its_end_and_not_after()
    {
        FakeCall call = Call(_authority.IssueSession("portal", minutes: 60));
        DateTimeOffset issued = _authority.Now;

        _authority.Now = issued.AddMinutes(60).AddTicks(-1);
        _cookie.Verify(call, _authority).Passed.Should().BeTrue();

        _authority.Now = issued.AddMinutes(60);
        AccessVerdict late = _cookie.Verify(call, _authority);
        late.Code.Should().Be("cookie-expired");
        late.Because.Should().Contain("2026-11-20 09:00:00Z");
    }

    [Test]
    public void A_value_that_nobody_issued_is_invalid_and_is_not_repeated()
    {
        AccessVerdict verdict = _cookie.Verify(Call("my-secret-session"), _authority);

        verdict.Code.Should().Be("cookie-invalid");
        (verdict.Because + verdict.Fix).Should().NotContain("my-secret-session");
    }

    [Test]
    public void A_session_of_another_realm_is_invalid_and_the_sentence_names_both_realms() =>
        _cookie.Verify(Call(_authority.IssueSession("purview")), _authority).Should().Match<AccessVerdict>(
            v => v.Code == "cookie-invalid" && v.Because!.Contains("'purview'") && v.Because.Contains("'portal'"));

    [Test]
    public void A_digest_is_no_session() =>
        _cookie.Verify(Call(_authority.IssueSession("portal", purpose: "digest")), _authority).Code.Should().Be("cookie-invalid");

    [Test]
    public void A_session_of_another_tenant_is_invalid() =>
        _cookie.Verify(Call(_authority.IssueSession("portal", tenant: "5c3a0000-0000-0000-0000-000000000001")), _authority)
            .Code.Should().Be("cookie-invalid");

    [Test]
    public void A_missing_companion_leaves_the_session_incomplete() =>
        _cookie.Verify(new FakeCall().WithCookie("sccauth", _authority.IssueSession("portal")), _authority).Should().Match<AccessVerdict>(
            v => v.Code == "cookie-incomplete" && v.Because!.Contains("'route'"));

    [Test]
    public void A_chunked_session_passes_when_every_part_is_there()
    {
        string value = _authority.IssueSession("portal");

        _cookie.Verify(Call("chunks:2").WithCookie("sccauthC1", value[..7]).WithCookie("sccauthC2", value[7..]), _authority).Passed.Should().BeTrue();
    }

    [Test]
    public void A_missing_chunk_is_named()
    {
        AccessVerdict verdict = _cookie.Verify(Call("chunks:3").WithCookie("sccauthC1", "a").WithCookie("sccauthC3", "c"), _authority);

        verdict.Code.Should().Be("cookie-incomplete");
        verdict.Because.Should().Contain("'sccauthC2'");
    }

    [TestCase("chunks:")]
    [TestCase("chunks:0")]
    [TestCase("chunks:-1")]
    [TestCase("chunks:x")]
    [TestCase("chunks:99999999999999999999")]
    [TestCase("chunks:51")]
    public void A_garbled_chunk_head_is_invalid(string head) =>
        _cookie.Verify(Call(head), _authority).Code.Should().Be("cookie-invalid");

    [Test]
    public void Chunks_in_the_wrong_order_are_invalid()
    {
        string value = _authority.IssueSession("portal");

        _cookie.Verify(Call("chunks:2").WithCookie("sccauthC1", value[7..]).WithCookie("sccauthC2", value[..7]), _authority)
            .Code.Should().Be("cookie-invalid");
    }

    [Test]
    public void An_outgoing_session_is_cut_into_the_declared_number_of_parts_with_its_companions()
    {
        var call = new OutgoingCall("GET", "admin.example.com", "/api/things");

        _cookie.Satisfy(call, new FakeCredentials(_authority));

        call.Cookies.Keys.Should().BeEquivalentTo("sccauth", "sccauthC1", "sccauthC2", "sccauthC3", "route");
        call.Cookies["sccauth"].Should().Be("chunks:3");
        _cookie.Verify(FakeCall.From(call), _authority).Passed.Should().BeTrue();
    }

    [Test]
    public void A_shared_realm_is_accepted_by_every_family_that_names_it()
    {
        CookieRequirement shared = TestFamily.Requirement<CookieRequirement>("cookie: sccauth, session: purview");

        shared.Verify(new FakeCall().WithCookie("sccauth", _authority.IssueSession("purview")), _authority).Passed.Should().BeTrue();
        shared.Verify(new FakeCall().WithCookie("sccauth", _authority.IssueSession("portal")), _authority).Code.Should().Be("cookie-invalid");
    }

    private static FakeCall Call(string value) => new FakeCall().WithCookie("sccauth", value).WithCookie("route", "x");
}
