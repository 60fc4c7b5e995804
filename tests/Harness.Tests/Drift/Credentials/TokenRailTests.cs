using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Credentials;

internal sealed class TokenRailTests
{
    private const string Audience = "https://manage.office.com";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Other = Guid.Parse("99999999-2222-3333-4444-555555555555");
    private static readonly string Issuer = $"https://sts.windows.net/{DriftBench.Tenant}/";

    private readonly TokenRail _rail = new(DriftBench.At(new Uri("http://127.0.0.1:9")), acceptOverprivileged: false, new StandingClock(Now));

    [Test]
    public void A_reading_token_of_the_tenant_passes() =>
        FluentActions.Invoking(() => _rail.Check(MakeBelieveToken.Reading(DriftBench.Tenant, Audience, Now.AddHours(1)), Audience)).Should().NotThrow();

    [Rail("R07")]
    [Rail("R14")]
    [Rail("R15")]
    [TestCaseSource(nameof(Bad))]
    public void Another_token_is_refused_without_being_shown(string token)
    {
        GuardRefusalException refusal = FluentActions.Invoking(() => _rail.Check(token, Audience)).Should().Throw<GuardRefusalException>().Which;

        refusal.Message.Should().NotContain(token);
    }

    [Rail("R21")]
    [TestCase("fake-0123456789abcdefghijklmnop")]
    [TestCase("FedAuth")]
    public void What_a_recording_has_in_a_tokens_place_is_refused(string standIn)
    {
        string token = MakeBelieveToken.With(new { tid = DriftBench.Tenant, iss = $"https://fake-issuer.invalid/{Guid.Empty}/", aud = Audience, exp = Now.AddHours(1).ToUnixTimeSeconds(), fake = true });

        FluentActions.Invoking(() => _rail.Check(standIn, Audience)).Should().Throw<GuardRefusalException>();
        FluentActions.Invoking(() => _rail.Check(token, Audience)).Should().Throw<GuardRefusalException>();
    }

    [Rail("R21")]
    [Test]
    public void No_kind_of_credentials_is_read_from_a_recording() =>
        CredentialKinds.Names.Should().BeEquivalentTo(["mock", "stored", "token-env", "msal", "azure-cli"], "what was captured belongs to somebody, and none of these takes it");

    [Test]
    public void A_powerful_token_passes_when_a_person_says_so()
    {
        var rail = new TokenRail(DriftBench.At(new Uri("http://127.0.0.1:9")), acceptOverprivileged: true, new StandingClock(Now));

        FluentActions.Invoking(() => rail.Check(MakeBelieveToken.Reading(DriftBench.Tenant, Audience, Now.AddHours(1), "Directory.ReadWrite.All"), Audience)).Should().NotThrow();
    }

    private static IEnumerable<TestCaseData> Bad()
    {
        long later = Now.AddHours(1).ToUnixTimeSeconds();
        yield return Case("another tenant", MakeBelieveToken.Reading(Other, Audience, Now.AddHours(1)));
        yield return Case("a guest of another tenant", MakeBelieveToken.With(new { tid = DriftBench.Tenant, iss = $"https://sts.windows.net/{Other}/", aud = Audience, exp = later }));
        yield return Case("no tenant", MakeBelieveToken.With(new { iss = Issuer, aud = Audience, exp = later }));
        yield return Case("expired", MakeBelieveToken.Reading(DriftBench.Tenant, Audience, Now.AddMinutes(-1)));
        yield return Case("no expiry", MakeBelieveToken.With(new { tid = DriftBench.Tenant, iss = Issuer, aud = Audience }));
        yield return Case("another audience", MakeBelieveToken.Reading(DriftBench.Tenant, "https://graph.microsoft.com", Now.AddHours(1)));
        yield return Case("writes", MakeBelieveToken.Reading(DriftBench.Tenant, Audience, Now.AddHours(1), "Directory.ReadWrite.All"));
        yield return Case("writing role", MakeBelieveToken.With(new { tid = DriftBench.Tenant, iss = Issuer, aud = Audience, exp = later, roles = new[] { "Sites.FullControl.All" } }));
        yield return Case("global administrator", MakeBelieveToken.With(new { tid = DriftBench.Tenant, iss = Issuer, aud = Audience, exp = later, wids = new[] { "62e90394-69f5-4237-9190-012177145e10" } }));
        yield return Case("opaque", "not-a-token-at-all-xxxxxxxxxxxx");
        yield return Case("garbled", "aaaa.b%b.cccc");
    }

    private static TestCaseData Case(string what, string token) => new TestCaseData(token).SetArgDisplayNames(what);
}
