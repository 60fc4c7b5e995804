using System.Text;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;
using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Comparison;

internal sealed class TriageTests
{
    private const string Premium = "/api/premium/reports";

    [TestCase(410, "DRIFT101", 1)]
    [TestCase(404, "DRIFT102", 2)]
    [TestCase(405, "DRIFT103", 2)]
    public void A_vanished_endpoint_gates_on_its_night(int status, string rule, int night)
    {
        var target = new KnownNights();
        target.Nights(5, """{"a":1}""");

        for (int i = 1; i <= 3; i++)
        {
            Finding finding = target.Night(Refused(target, status, DriftFamily.NoRoute)).Findings.Should().ContainSingle().Subject;
            finding.Rule.Should().Be(rule);
            finding.Gates.Should().Be(i >= night, $"night {i}");
        }
    }

    [Test]
    public void Without_canaries_nothing_that_vanished_gates()
    {
        var target = new KnownNights();
        target.Nights(14, """{"a":1}""");

        for (int i = 0; i < 4; i++)
        {
            Finding finding = target.Night(Refused(target, 404, DriftFamily.NoRoute) with { Session = SessionHealth.Unknown }).Findings.Should().ContainSingle().Subject;
            (finding.Rule, finding.Gates, finding.Severity).Should().Be(("DRIFT102", false, Severity.Warn));
        }
    }

    [Test]
    public void An_endpoint_that_never_answered_here_is_a_warning()
    {
        var target = new KnownNights();

        Finding finding = target.Night(Refused(target, 404, DriftFamily.NoRoute)).Findings.Should().ContainSingle().Subject;

        (finding.Rule, finding.Severity, finding.Gates).Should().Be(("DRIFT102", Severity.Warn, false));
        finding.Because.Should().Contain("never observed here");
    }

    [TestCase("""{"error":{"code":"ResourceNotFound","message":"x y"}}""", true, "DRIFT007")]
    [TestCase("""{"error":{"code":"TenantNotInRegion","message":"x y"}}""", false, "DRIFT008")]
    [TestCase("""{"error":{"code":"NotLicensed","message":"x y"}}""", false, "DRIFT003")]
    public void A_refusal_that_the_family_knows_is_no_vanished_endpoint(string body, bool hasId, string rule)
    {
        var target = new KnownNights { Family = DriftFamily.Licensed };
        for (int i = 0; i < 5; i++)
        {
            target.Night(target.Answer("""{"a":1}""", Premium));
        }

        ComparisonOutcome outcome = target.Night(Refused(target, 404, body, Premium) with { UsesHarvestedId = hasId });

        outcome.Findings.Should().BeEmpty();
        outcome.Environment.Should().ContainSingle().Which.Rule.Should().Be(rule);
    }

    [Test]
    public void A_vanished_endpoint_is_not_excused_by_a_license_that_its_siblings_show_to_be_held()
    {
        var target = new KnownNights { Family = DriftFamily.Licensed };
        for (int i = 0; i < 5; i++)
        {
            target.Night(target.Answer("""{"a":1}""", Premium), target.Answer("""{"a":1}""", "/api/premium/other"));
        }

        target.Night(Refused(target, 404, DriftFamily.NoRoute, Premium), target.Answer("""{"a":1}""", "/api/premium/other"));
        ComparisonOutcome outcome = target.Night(Refused(target, 404, DriftFamily.NoRoute, Premium), target.Answer("""{"a":1}""", "/api/premium/other"));

        outcome.Findings.Should().ContainSingle().Which.Gates.Should().BeTrue();
    }

    [Test]
    public void All_endpoints_of_a_license_gone_at_once_is_the_license()
    {
        var target = new KnownNights { Family = DriftFamily.Licensed };
        for (int i = 0; i < 5; i++)
        {
            target.Night(target.Answer("""{"a":1}""", Premium), target.Answer("""{"a":1}""", "/api/premium/other"));
        }

        ComparisonOutcome outcome = target.Night(Refused(target, 404, DriftFamily.NoRoute, Premium), Refused(target, 404, DriftFamily.NoRoute, "/api/premium/other"));

        outcome.Findings.Should().BeEmpty();
        outcome.Environment.Select(f => f.Rule).Should().Equal("DRIFT003", "DRIFT003");
    }

    [Test]
    public void A_page_instead_of_data_is_drift_only_in_a_good_session()
    {
        var target = new KnownNights();
        target.Nights(5, """{"a":1}""");
        Observation page = target.Observation(200) with { BodyKind = BodyKind.Html, MediaType = "text/html", Bytes = 100 };

        target.Night(page with { Session = SessionHealth.Unhealthy }).Environment.Should().ContainSingle().Which.Rule.Should().Be("DRIFT001");
        target.Night(page).Findings.Should().ContainSingle().Which.Rule.Should().Be("DRIFT104");
        target.Night(page).Findings.Should().ContainSingle().Which.Gates.Should().BeTrue();
    }

    [Test]
    public void A_third_of_the_family_throttled_is_one_incident()
    {
        var target = new KnownNights();
        string[] paths = [.. Enumerable.Range(0, 10).Select(i => $"/api/{(char)('a' + i)}")];
        target.Night([.. paths.Select(p => target.Answer("""{"a":1}""", p))]);

        ComparisonOutcome outcome = target.Night([.. paths.Select((p, i) => i < 4 ? target.Observation(503, p) : target.Answer("""{"a":1}""", p))]);

        outcome.Findings.Should().BeEmpty();
        Finding incident = outcome.Environment.Should().ContainSingle().Subject;
        (incident.Rule, incident.Path).Should().Be(("DRIFT009", ""));
    }

    [Test]
    public void Many_routes_gone_with_healthy_canaries_are_many_findings()
    {
        var target = new KnownNights();
        string[] paths = [.. Enumerable.Range(0, 10).Select(i => $"/api/{(char)('a' + i)}")];
        for (int i = 0; i < 3; i++)
        {
            target.Night([.. paths.Select(p => target.Answer("""{"a":1}""", p))]);
        }

        ComparisonOutcome outcome = target.Night([.. paths.Select((p, i) => i < 6 ? Refused(target, 404, DriftFamily.NoRoute, p) : target.Answer("""{"a":1}""", p))]);

        outcome.Findings.Should().HaveCount(6).And.OnlyContain(f => f.Rule == "DRIFT102");
        outcome.Environment.Should().BeEmpty();
    }

    [TestCase("no-parameter-value", "DRIFT007")]
    [TestCase("no-session", "DRIFT001")]
    [TestCase("throttled", "DRIFT004")]
    [TestCase("not-listed", "DRIFT010")]
    [TestCase("unsafe", "DRIFT010")]
    public void What_was_not_sent_is_told_with_its_reason(string reason, string rule)
    {
        var target = new KnownNights();
        Observation unsent = target.Observation(0) with { Outcome = ProbeOutcome.NotSent, Reason = reason };

        target.Night(unsent).Environment.Should().ContainSingle().Which.Rule.Should().Be(rule);
    }

    /// <summary>Every cause against every thing it can be mistaken for: surroundings are never drift, and what vanished is never excused.</summary>
    [TestCaseSource(nameof(Causes))]
    public void No_cause_is_taken_for_another(string cause, bool isDrift)
    {
        var target = new KnownNights { Family = DriftFamily.Licensed };
        string[] paths = ["/api/a", "/api/b", "/api/c", "/api/d", "/api/e", "/api/f", "/api/g", Premium, "/api/premium/other"];
        for (int i = 0; i < 14; i++)
        {
            target.Night([.. paths.Select(p => target.Answer("""{"a":1}""", p))]);
        }

        bool gated = false;
        for (int i = 0; i < 4; i++)
        {
            ComparisonOutcome outcome = target.Night([.. paths.Select(p => Afflicted(cause, target, p))]);
            gated |= outcome.Findings.Any(f => f.Gates);
            if (!isDrift)
            {
                outcome.Findings.Should().BeEmpty($"{cause} on night {i}");
                outcome.Environment.Should().NotBeEmpty();
            }
        }

        gated.Should().Be(isDrift);
    }

    private static IEnumerable<TestCaseData> Causes() =>
    [
        new("vanished", true), new("vanished-premium", true), new("moved-to-post", true), new("html-shell", true),
        new("unlicensed", false), new("expired", false), new("expired-page", false), new("throttled", false), new("throttled-one", false),
        new("wrong-region", false), new("server-error", false), new("server-error-one", false), new("forbidden", false), new("network", false), new("canary-failed-404", false),
    ];

    private static Observation Afflicted(string cause, KnownNights target, string path)
    {
        Observation good = target.Answer("""{"a":1}""", path);
        bool isOne = path == "/api/a";
        bool isPremium = path.Contains("premium", StringComparison.Ordinal);
        return cause switch
        {
            "vanished" when isOne => Refused(target, 404, DriftFamily.NoRoute, path),
            "vanished-premium" when path == Premium => Refused(target, 404, DriftFamily.NoRoute, path),
            "moved-to-post" when isOne => Refused(target, 405, "", path),
            "html-shell" when isOne => target.Observation(200, path) with { BodyKind = BodyKind.Html, MediaType = "text/html", Bytes = 10 },
            "unlicensed" when isPremium => Refused(target, 404, DriftFamily.NoRoute, path),
            "expired" => Refused(target, 401, "", path) with { Session = SessionHealth.Unhealthy },
            "expired-page" => target.Observation(302, path) with { Redirect = RedirectTarget.SignIn, Session = SessionHealth.Unhealthy },
            "throttled" => Refused(target, 429, "", path),
            "throttled-one" when isOne => Refused(target, 429, "", path),
            "wrong-region" => Refused(target, 404, DriftFamily.WrongRegion, path),
            "server-error" => Refused(target, 500, "", path),
            "server-error-one" when isOne => Refused(target, 503, "", path),
            "forbidden" when isOne => Refused(target, 403, "", path),
            "network" when isOne => target.Observation(0, path) with { Outcome = ProbeOutcome.Failed, Reason = "timeout" },
            "canary-failed-404" => Refused(target, 404, DriftFamily.NoRoute, path) with { Session = SessionHealth.Unhealthy },
            _ => good,
        };
    }

    private static Observation Refused(KnownNights target, int status, string body, string path = KnownNights.Path) => target.Observation(status, path) with
    {
        BodyKind = body.Length == 0 ? BodyKind.None : BodyKind.Json,
        Body = body.Length == 0 ? null : ShapeReader.Read(Encoding.UTF8.GetBytes(body)),
        Bytes = body.Length,
    };
}
