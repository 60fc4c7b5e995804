using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Access;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Access;

/// <summary>Whatever a caller invents, it neither breaks a requirement nor gets past one.</summary>
public sealed class RandomCallTests
{
    private readonly FakeAuthority _authority = new();
    private readonly IReadOnlyList<IAccessRequirement> _access = TestFamily.Access(
        "cookie: FedAuth, chunks: { marker: \"chunks:\" }",
        "bearer: Authorization, audience: [x]",
        "formDigest: X-RequestDigest, mintedBy: POST /mint, lifetime: PT30M, boundTo: [session]",
        "header: x-guid, format: guid",
        "query: at, format: date-time");

    [Test]
    public void An_invented_cookie_never_passes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Prefixes("", "chunks:", "chunks:1"), (value, prefix) => !Passes(
            _access[0], new FakeCall().WithCookie("FedAuth", prefix + value).WithCookie("FedAuthC1", value ?? ""))).QuickCheckThrowOnFailure();

    [Test]
    public void An_invented_token_never_passes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Prefixes("", "Bearer ", "bearer"), (value, prefix) =>
            !Passes(_access[1], new FakeCall().WithHeader("Authorization", prefix + value))).QuickCheckThrowOnFailure();

    [Test]
    public void An_invented_digest_never_passes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Prefixes("", "0x", "0xFF,", "0x41,20 Nov 2026 08:00:00 -0000"), (value, prefix) =>
            !Passes(_access[2], new FakeCall("POST").WithHeader("X-RequestDigest", prefix + value))).QuickCheckThrowOnFailure();

    [Test]
    public void A_digest_with_one_character_changed_never_passes()
    {
        string session = _authority.IssueSession("portal");
        string digest = _authority.IssueDigest("portal", "admin.example.com");
        Passes(_access[2], new FakeCall("POST").WithCookie("FedAuth", session).WithHeader("X-RequestDigest", digest)).Should().BeTrue();

        Prop.ForAll(Gen.Choose(0, digest.Length - 1).ToArbitrary(), Gen.Choose('!', '~').Select(c => (char)c).ToArbitrary(), (at, c) =>
        {
            // The digits A to F mean the same in lower case.
            string changed = digest[..at] + char.ToUpperInvariant(c) + digest[(at + 1)..];
            return changed == digest || char.ToUpperInvariant(digest[at]) == char.ToUpperInvariant(c)
                || !Passes(_access[2], new FakeCall("POST").WithCookie("FedAuth", session).WithHeader("X-RequestDigest", changed));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_guid_header_passes_for_guids_and_nothing_else() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<Guid>(), (text, id) =>
            Passes(_access[3], new FakeCall().WithHeader("x-guid", id.ToString()))
            && Passes(_access[3], new FakeCall().WithHeader("x-guid", text ?? "")) == Guid.TryParseExact(text, "D", out _))
            .QuickCheckThrowOnFailure();

    [Test]
    public void A_date_passes_however_precise_it_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<DateTimeOffset>(), at =>
            Passes(_access[4], new FakeCall().WithQuery("at", at.ToString("O")))
                && !Passes(_access[4], new FakeCall().WithQuery("at", at.Ticks.ToString())))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_value_survives_the_way_into_an_xsrf_pair_and_out_of_it()
    {
        IAccessRequirement xsrf = TestFamily.Access("xsrf: X, header: X-X")[0];

        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>().Filter(s => !s.Get.Any(char.IsSurrogate)), value =>
            Passes(xsrf, new FakeCall().WithCookie("X", Uri.EscapeDataString(value.Get)).WithHeader("X-X", value.Get))).QuickCheckThrowOnFailure();
    }

    private static Arbitrary<string> Prefixes(params string[] prefixes) => Gen.Elements(prefixes).ToArbitrary();

    private bool Passes(IAccessRequirement requirement, FakeCall call) => requirement.Verify(call, _authority).Passed;
}
