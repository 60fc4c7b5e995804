using System.Text.Json.Nodes;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Probing;

/// <summary>Runs against a real mock server, all that goes over the wire written down in between.</summary>
internal sealed class MockRunTests
{
    private RunningServer _server = null!;
    private RecordingProxy _proxy = null!;
    private TemporaryFolder _data = null!;

    [SetUp]
    public async Task Start()
    {
        string? nodoc = SharedSpecs.NodocFolder;
        _server = await RunningServer.Start(o => nodoc is null ? o : o with { Contracts = [nodoc] });
        _proxy = RecordingProxy.To(_server.Server.Http);
        _data = new TemporaryFolder();
    }

    [TearDown]
    public async Task Stop()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _data.Dispose();
    }

    [Rail("R01")]
    [Rail("R06")]
    [Test]
    public async Task A_run_over_everything_imported_sends_nothing_but_reviewed_GETs()
    {
        SharedSpecs.RequireNodoc();
        Plan plan = DriftBench.Plan(await DriftBench.Of(_server, _proxy.Address), DriftBench.Imported);

        List<Observation> seen = await DriftBench.Observe(plan, DriftBench.Options(_data.Path));

        _proxy.Probes.Should().NotBeEmpty().And.OnlyContain(r => (r.Method == "GET" || r.Method == "HEAD") && r.BodyLength == 0);
        _proxy.Requests.Where(r => r.IsControl).Should().OnlyContain(r => r.Method == "GET" || r.Target == "/__harness/sessions");
        DriftBench.Imported.Operations.Count(o => o.Method == "GET" && o.Source != OperationSource.Core).Should().BeGreaterThan(1500);
        string[] traps = ["getuseraccesstoken", "StartOfflineProcesses", "TemporaryPassword", "GetOrCreate", "/deny", "getToken", "AccessToken", "$batch", "generatedownloaduri"];
        _proxy.Probes.Where(r => traps.Any(t => r.Target.Contains(t, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
        seen.Select(o => (o.Family, o.Path)).Distinct().Should().HaveCount(plan.Planned);
        Tell(seen);
        int answered = seen.Count(o => o.Outcome == ProbeOutcome.Answered);
        seen.Count(o => o.Status is >= 200 and < 300).Should().BeGreaterThan(answered * 9 / 10);
    }

    [Rail("R07")]
    [Test]
    public async Task A_mock_that_stands_for_another_tenant_is_sent_no_probe()
    {
        Target target = (await DriftBench.Of(_server, _proxy.Address)) with { TenantId = DriftBench.Tenant };
        Plan plan = DriftBench.Plan(target, DriftBench.Core, null, "defender");

        Func<Task> run = () => DriftBench.Observe(plan, DriftBench.Options(_data.Path));

        await run.Should().ThrowAsync<GuardRefusalException>().WithMessage("*another tenant*");
        _proxy.Probes.Should().BeEmpty();
        ((JsonArray)(await _server.Control("exchanges"))["exchanges"]!).Should().BeEmpty();
    }

    [Test]
    public async Task Ids_that_a_list_gives_fill_the_details()
    {
        Plan plan = DriftBench.Plan(await DriftBench.Of(_server, _proxy.Address), DriftBench.Core, null, "entra-iga");

        List<Observation> seen = await DriftBench.Observe(plan, DriftBench.Options(_data.Path));

        Observation[] details = [.. seen.Where(o => o.Path == "/api/v1/accessPackages/{accessPackageId}")];
        details.Should().HaveCount(3).And.OnlyContain(o => o.Status == 200 && o.UsesHarvestedId && o.Body != null && o.Session == SessionHealth.Healthy);
        details.Select(o => o.ObjectKey).Should().OnlyHaveUniqueItems();
        details.Select(o => o.Sample).Should().Equal(0, 1, 2);
    }

    [Test]
    public async Task A_session_that_dies_on_the_way_is_got_again_once_and_what_failed_is_asked_again()
    {
        Target target = await DriftBench.Of(_server, _proxy.Address);
        Plan plan = DriftBench.Plan(target, DriftBench.Core, null, "sharepoint-admin");
        var progress = new ExpiringProgress(() => _server.Control(HttpMethod.Post, "clock", new { advance = "P6D" }), after: 3);

        List<Observation> seen = await DriftBench.Observe(plan, DriftBench.Options(_data.Path) with { Progress = progress, Guard = new GuardSettings { PerSecond = null, Concurrency = 1, Retries = 0 } });

        Observation[] answered = [.. seen.Where(o => o.Outcome == ProbeOutcome.Answered)];
        answered.Where(o => o.Status is 401 or 403).Select(o => o.Path).Should().BeEmpty();
        answered.Select(o => o.Session).Should().OnlyContain(s => s == SessionHealth.Healthy);
        progress.Renewals.Should().Be(1);
    }

    [Test]
    public async Task A_run_that_was_stopped_goes_on_where_it_was()
    {
        Plan plan = DriftBench.Plan(await DriftBench.Of(_server, _proxy.Address), DriftBench.Core, null, "defender", "entra-iga");
        ProbeOptions options = DriftBench.Options(_data.Path) with { Out = Path.Combine(_data.Path, "out"), Families = 1 };
        List<Observation> whole = await DriftBench.Observe(plan, DriftBench.Options(_data.Path));
        using var stop = new CancellationTokenSource();
        var progress = new ExpiringProgress(() => stop.CancelAsync(), after: 10);

        await FluentActions.Awaiting(() => DriftBench.Observe(plan, options with { Progress = progress }, stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        string journal = Path.Combine(options.Out, "journal.ndjson");
        int before = File.ReadAllLines(journal).Length - 1;
        File.AppendAllText(journal, "{\"family\":\"defender\",\"met");
        List<Observation> resumed = await DriftBench.Observe(plan, options with { Resume = true });

        before.Should().BeGreaterThan(0);
        resumed.Select(Identity).Should().BeEquivalentTo(whole.Select(Identity));
        resumed.Select(Identity).Should().OnlyHaveUniqueItems();
        File.ReadAllText(journal).Should().NotContain("Bearer").And.NotContain("FedAuth").And.NotContain("sccauth");
    }

    [Test]
    public async Task A_journal_of_another_plan_is_not_gone_on_with()
    {
        Target target = await DriftBench.Of(_server, _proxy.Address);
        ProbeOptions options = DriftBench.Options(_data.Path) with { Out = Path.Combine(_data.Path, "out") };
        await DriftBench.Observe(DriftBench.Plan(target, DriftBench.Core, null, "entra-iga"), options);

        Func<Task> resume = () => DriftBench.Observe(DriftBench.Plan(target, DriftBench.Core, null, "entra-pim"), options with { Resume = true });

        await resume.Should().ThrowAsync<Harness.Contracts.HarnessException>().WithMessage("*another plan*");
    }

    private static string Identity(Observation o) => $"{o.Family} {o.Path} {o.Sample} {o.Outcome} {o.Status} {o.Reason}";

    private static void Tell(List<Observation> seen)
    {
        foreach (IGrouping<string, Observation> group in seen.GroupBy(o => o.Outcome == ProbeOutcome.Answered ? $"{o.Status}" : o.Reason).OrderByDescending(g => g.Count()))
        {
            TestContext.Out.WriteLine($"{group.Count(),6} {group.Key}");
        }

        foreach (Observation odd in seen.Where(o => o.Outcome == ProbeOutcome.Failed || o.Status is 400 or 401 or 403).Take(60))
        {
            TestContext.Out.WriteLine($"{odd.Family} {odd.Path} {odd.Status} {odd.Reason}");
        }
    }
}
