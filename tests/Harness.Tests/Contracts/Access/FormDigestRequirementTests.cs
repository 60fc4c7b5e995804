using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

public sealed class FormDigestRequirementTests
{
    private const string Site = "contoso-admin.example.com";

    private readonly FakeAuthority _authority = new();
    private readonly FormDigestRequirement _digest = (FormDigestRequirement)TestFamily.Access(
        "cookie: FedAuth",
        "formDigest: X-RequestDigest, on: [POST, PATCH], mintedBy: POST /_api/contextinfo, lifetime: PT30M, boundTo: [session, site]")[1];

    [Test]
    public void A_write_without_digest_is_refused_and_told_where_to_get_one()
    {
        AccessVerdict verdict = _digest.Verify(Call(null), _authority);

        verdict.Code.Should().Be("digest-missing");
        verdict.Fix.Should().Contain("POST /_api/contextinfo");
    }

    [Test]
    public void A_digest_of_this_session_and_site_passes() =>
        _digest.Verify(Call(_authority.IssueDigest("portal", Site)), _authority).Passed.Should().BeTrue();

    [Test]
    public void A_bare_protected_ticket_passes_too()
    {
        string ticket = _authority.Issue(new SessionTicket(
            "digest", "portal", _authority.TenantId, "global-admin", "session-1", Site, _authority.Now, _authority.Now.AddMinutes(30)));

        _digest.Verify(Call(ticket), _authority).Passed.Should().BeTrue();
    }

    [Test]
    public void A_digest_expires_though_its_session_is_still_good()
    {
        FakeCall call = Call(_authority.IssueDigest("portal", Site));

        _authority.Now = _authority.Now.AddMinutes(30);

        _digest.Verify(call, _authority).Code.Should().Be("digest-expired");
        _digest.Session!.Verify(call, _authority).Passed.Should().BeTrue();
    }

    [Test]
    public void A_digest_of_another_session_is_foreign() =>
        _digest.Verify(Call(_authority.IssueDigest("portal", Site, sessionId: "session-2")), _authority).Code.Should().Be("digest-foreign");

    [Test]
    public void A_digest_of_another_site_is_foreign_and_the_sentence_names_both_sites() =>
        _digest.Verify(Call(_authority.IssueDigest("portal", "fabrikam-admin.example.com")), _authority).Should().Match<AccessVerdict>(
            v => v.Code == "digest-foreign" && v.Because!.Contains(Site) && v.Because.Contains("fabrikam-admin.example.com"));

    [Test]
    public void A_digest_without_any_session_is_foreign() =>
        _digest.Verify(new FakeCall("POST", Site).WithHeader("X-RequestDigest", _authority.IssueDigest("portal", Site)), _authority)
            .Code.Should().Be("digest-foreign");

    [Test]
    public void A_session_ticket_is_no_digest() =>
        _digest.Verify(Call(_authority.IssueDigest("portal", Site, purpose: "session")), _authority).Code.Should().Be("digest-invalid");

    [TestCase("garbage")]
    [TestCase("0x")]
    [TestCase("0x,")]
    [TestCase("0xZZ,20 Nov 2026 08:00:00 -0000")]
    [TestCase("0xABC,20 Nov 2026 08:00:00 -0000")]
    [TestCase("0xFF,20 Nov 2026 08:00:00 -0000")]
    public void What_was_never_minted_is_invalid(string digest) =>
        _digest.Verify(Call(digest), _authority).Code.Should().Be("digest-invalid");

    [Test]
    public void A_digest_with_another_date_than_its_ticket_is_invalid()
    {
        string digest = _authority.IssueDigest("portal", Site);

        _digest.Verify(Call(digest.Replace("20 Nov", "21 Nov", StringComparison.Ordinal)), _authority).Code.Should().Be("digest-invalid");
        _digest.Verify(Call(digest[..digest.IndexOf(',', StringComparison.Ordinal)]), _authority).Code.Should().Be("digest-invalid");
    }

    [TestCase("POST", "/_api/web", true)]
    [TestCase("GET", "/_api/web", false)]
    [TestCase("POST", "/_api/contextinfo", false)]
    [TestCase("POST", "/_api/ContextInfo", false)]
    public void Reads_and_the_call_that_mints_it_need_none(string method, string path, bool needed)
    {
        var call = new OutgoingCall(method, Site, path);

        _digest.Satisfy(call, new FakeCredentials(_authority));

        _digest.Scope.Covers(method, Site, path).Should().Be(needed);
        call.Headers.ContainsKey("X-RequestDigest").Should().Be(needed);
    }

    [Test]
    public void A_digest_is_written_as_sharepoint_writes_it() =>
        FormDigestText.Write("AZ", new DateTimeOffset(2026, 4, 21, 12, 6, 12, TimeSpan.FromHours(2)))
            .Should().Be("0x415A,21 Apr 2026 10:06:12 -0000");

    private FakeCall Call(string? digest)
    {
        FakeCall call = new FakeCall("POST", Site, "/_api/web").WithCookie("FedAuth", _authority.IssueSession("portal", minutes: 7200));
        return digest is null ? call : call.WithHeader("X-RequestDigest", digest);
    }
}
