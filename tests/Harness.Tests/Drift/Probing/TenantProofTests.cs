using System.Text;
using System.Text.Json;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Probing;

/// <summary>Cookies do not say whose they are: a portal has to, before anything else is asked.</summary>
[Rail("R07")]
internal sealed class TenantProofTests
{
    private TemporaryFolder _data = null!;

    [SetUp]
    public void Make() => _data = new TemporaryFolder();

    [TearDown]
    public void Remove() => _data.Dispose();

    [Test]
    public async Task A_session_of_another_tenant_is_asked_for_its_tenant_and_nothing_more()
    {
        await using RecordingProxy portal = Portal("99999999-2222-3333-4444-555555555555");

        Func<Task> run = () => Run(portal, "defender");

        await run.Should().ThrowAsync<GuardRefusalException>().WithMessage("*another tenant*");
        portal.Requests.Should().ContainSingle().Which.Line.Should().Be("GET /security.microsoft.com/apiproxy/mtp/sccManagement/mgmt/TenantContext HTTP/1.1");
    }

    [Test]
    public async Task A_session_that_does_not_say_whose_it_is_is_asked_twice_at_most()
    {
        await using RecordingProxy portal = RecordingProxy.Answering();

        List<Observation> seen = await Run(portal, "defender");

        portal.Requests.Should().HaveCountLessThanOrEqualTo(2);
        seen.Should().OnlyContain(o => o.Outcome == ProbeOutcome.NotSent);
    }

    [Test]
    public async Task A_session_of_the_targets_tenant_is_used()
    {
        await using RecordingProxy portal = Portal(DriftBench.Tenant.ToString());

        await Run(portal, "defender");

        portal.Requests.Should().HaveCountGreaterThan(20);
    }

    [Test]
    public async Task A_portal_with_cookies_that_cannot_tell_the_tenant_is_not_asked_at_all()
    {
        Family[] silent = [.. DriftBench.Core.Families.Where(f => f.TenantMark is null && f.Access.Any(r => r is CookieRequirement) && f.Hosts.Any(h => h.Host.Variable is null))];
        await using RecordingProxy portal = Portal(DriftBench.Tenant.ToString());

        silent.Should().NotBeEmpty();
        List<Observation> seen = await Run(portal, [.. silent.Select(f => f.Id)]);

        portal.Bytes.Should().Be(0);
        seen.Should().OnlyContain(o => o.Outcome == ProbeOutcome.NotSent);
    }

    [TestCase("another")]
    [TestCase("production")]
    [TestCase("unconfirmed")]
    public async Task Nothing_is_sent_for_a_target_that_must_not_be_contacted(string what)
    {
        await using RecordingProxy portal = Portal(DriftBench.Tenant.ToString());
        Target target = Stored(portal.Address);
        target = what switch
        {
            "another" => target with { TenantId = Guid.Parse("99999999-2222-3333-4444-555555555555"), Credentials = Variable() },
            "production" => target with { NonProduction = false },
            _ => target,
        };

        Func<Task> run = () => DriftBench.Observe(DriftBench.Plan(target, DriftBench.Core), DriftBench.Options(_data.Path) with { Confirm = what == "unconfirmed" ? null : "lab" });

        await run.Should().ThrowAsync<GuardRefusalException>();
        portal.Bytes.Should().Be(0);
    }

    private static CredentialSettings Variable()
    {
        Environment.SetEnvironmentVariable("HARNESS_TEST_PROOF", MakeBelieveToken.Reading(DriftBench.Tenant, "https://manage.office.com", TimeProvider.System.GetUtcNow().AddHours(1)));
        return new CredentialSettings("token-env", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["variables"] = ["HARNESS_TEST_PROOF"] });
    }

    private static RecordingProxy Portal(string tenant)
    {
        string body = $"{{\"AuthInfo\":{{\"TenantId\":\"{tenant}\"}}}}";
        return RecordingProxy.Answering($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private Target Stored(Uri gateway)
    {
        Target target = DriftBench.At(gateway) with { Credentials = new CredentialSettings("stored", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)) };
        string state = JsonSerializer.Serialize(new
        {
            cookies = new[] { new { name = "sccauth", value = "x", domain = "127.0.0.1", path = "/", expires = -1 }, new { name = "XSRF-TOKEN", value = "y", domain = "127.0.0.1", path = "/", expires = -1 } },
            origins = Array.Empty<object>(),
        });
        new StoredSessions(new SecretVault(_data.Path)).Save(target, Encoding.UTF8.GetBytes(state));
        return target;
    }

    private Task<List<Observation>> Run(RecordingProxy portal, params string[] families)
    {
        Plan plan = DriftBench.Plan(Stored(portal.Address), DriftBench.Core, null, families);
        return DriftBench.Observe(plan, DriftBench.Options(_data.Path));
    }
}
