using Harness.Contracts;
using Harness.Drift.Planning;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Planning;

internal sealed class PlannerTests
{
    private static readonly Target Lab = DriftBench.At(new Uri("http://127.0.0.1:9"));

    [Test]
    public void Canaries_come_first_and_details_after_the_lists_that_fill_them()
    {
        Plan plan = Plan(
            "canaries: [\"GET /api/health\"]",
            "/api/zebras/{zebraId}/stripes/{stripeId}", "/api/zebras/{zebraId}/stripes", "/api/zebras", "/api/health");

        plan.Probes.Select(p => p.Operation.Path).Should().Equal("/api/health", "/api/zebras", "/api/zebras/{zebraId}/stripes", "/api/zebras/{zebraId}/stripes/{stripeId}");
        plan.Probes.Select(p => p.Stage).Should().Equal(ProbeStage.Canary, ProbeStage.List, ProbeStage.Detail, ProbeStage.Detail);
        plan.Probes[3].Values.Select(v => v.Source!.Probe).Should().Equal("portal GET /api/zebras", "portal GET /api/zebras/{zebraId}/stripes");
    }

    [Test]
    public void What_nothing_fills_is_counted_with_what_to_do_about_it()
    {
        Plan plan = Plan("", "/api/zebras/{zebraId}");

        plan.Probes.Should().BeEmpty();
        SkippedProbe skipped = plan.Skipped.Should().ContainSingle().Subject;
        skipped.Reason.Should().Be("no-parameter-value");
        skipped.Because.Should().Contain("{zebraId}").And.Contain("family.yml");
        plan.Planned.Should().Be(1);
    }

    [Test]
    public void A_reviewed_link_is_trusted_before_a_name()
    {
        Plan plan = Plan(
            "links: [{ parameter: zebraId, from: GET /api/stable, pointer: /rows/*/key }]",
            "/api/zebras/{zebraId}", "/api/zebras", "/api/stable");

        PlannedValue value = plan.Probes.Single(p => p.Depth == 1).Values.Single();
        value.Origin.Should().Be(ValueOrigin.ReviewedLink);
        value.Source.Should().BeEquivalentTo(new { Probe = "portal GET /api/stable", Pointer = "/rows/*/key" });
        plan.Probes.Single(p => p.Operation.Path == "/api/stable").Stage.Should().Be(ProbeStage.Discovery);
    }

    [Test]
    public void The_tenant_is_the_targets_whatever_an_answer_says()
    {
        Plan plan = Plan("", "/api/tenants/{tenantId}/things", "/api/tenants");

        PlannedValue value = plan.Probes.Single(p => p.Operation.Path.Contains('{', StringComparison.Ordinal)).Values.Single();
        value.Source.Should().BeNull();
        value.Values.Should().Equal(DriftBench.Tenant.ToString("D"));
    }

    [Test]
    public void Calls_that_wait_for_each_other_are_not_asked()
    {
        Plan plan = Plan(
            "links: [{ parameter: a, from: \"GET /api/b/{b}\", pointer: /x }, { parameter: b, from: \"GET /api/a/{a}\", pointer: /x }]",
            "/api/a/{a}", "/api/b/{b}");

        plan.Probes.Should().BeEmpty();
        plan.Skipped.Should().HaveCount(2);
    }

    [TestCase(2)]
    [TestCase(5)]
    public void Shards_report_every_operation_once_and_ask_what_they_need(int count)
    {
        string[] paths = [.. Enumerable.Range(0, 40).SelectMany(i => new[] { $"/api/list{i}", $"/api/list{i}/{{id}}" })];
        Plan whole = Plan("", paths);

        Plan[] parts = [.. Enumerable.Range(1, count).Select(i => Plan("", new Shard(i, count), paths))];

        parts.SelectMany(p => p.Probes).Where(p => p.IsReported).Select(p => p.Key).Should().BeEquivalentTo(whole.Probes.Select(p => p.Key)).And.OnlyHaveUniqueItems();
        parts.Sum(p => p.Planned).Should().Be(whole.Planned);
        parts.Should().OnlyContain(part => part.Probes.SelectMany(p => p.Values).All(v => part.Probes.Any(s => s.Key == v.Source!.Probe)));
    }

    [TestCase(2)]
    [TestCase(7)]
    public void An_operation_stays_in_its_shard_when_families_come_and_go(int count)
    {
        CompiledContracts all = DriftBench.Core;
        CompiledContracts fewer = new() { Families = [.. all.Families.Skip(5)], Operations = [.. all.Operations.Reverse()], Problems = [], ContentHash = "" };

        for (int i = 1; i <= count; i++)
        {
            string[] before = Reported(DriftBench.Plan(Lab, fewer, new Shard(i, count)));
            string[] after = Reported(DriftBench.Plan(Lab, all, new Shard(i, count)));
            after.Where(k => fewer.Families.Any(f => k.StartsWith($"{f.Id} ", StringComparison.Ordinal))).Should().BeEquivalentTo(before).And.NotBeEmpty();
        }
    }

    [Test]
    public void Most_imported_GETs_can_be_asked_and_the_rest_is_accounted_for()
    {
        SharedSpecs.RequireNodoc();
        Target target = Lab with
        {
            Hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["tenant"] = "contoso",
                ["organization"] = "contoso-dev",
                ["organizationHost"] = "contoso-dev",
                ["region"] = "na",
                ["tenantHost"] = "x.ab",
                ["tenantIslandHost"] = "il-x.ab",
                ["portalInfraHost"] = "portalsitewide-nam",
            },
        };

        Plan plan = DriftBench.Plan(target, DriftBench.Imported);

        int gets = DriftBench.Imported.Operations.Count(o => o.Method == "GET");
        (plan.Probes.Count + plan.Skipped.Count).Should().Be(gets);
        plan.Skipped.Where(s => s.Reason == "not-listed").Select(s => s.Operation.Path).Should().BeEmpty();
        plan.Probes.Count.Should().BeGreaterThan(gets * 3 / 4);
        TestContext.Out.WriteLine($"{gets} GETs: {plan.Probes.Count} asked, {string.Join(", ", plan.Skipped.GroupBy(s => s.Reason).Select(g => $"{g.Count()} {g.Key}"))}, {plan.NotReadable} no GET");
    }

    private static string[] Reported(Plan plan) =>
        [.. plan.Probes.Where(p => p.IsReported).Select(p => p.Key), .. plan.Skipped.Select(s => s.Operation.ToString())];

    private static Plan Plan(string lines, params string[] paths) => Plan(lines, Shard.Whole, paths);

    private static Plan Plan(string lines, Shard shard, params string[] paths) => DriftBench.Plan(
        Lab,
        new CompiledContracts
        {
            Families = [DriftBench.Family($"safeGets: [{{ paths: [\"/api/**\"], reason: reads }}]\n{lines}")],
            Operations = [.. paths.Select(p => DriftBench.Get(p))],
            Problems = [],
            ContentHash = "",
        },
        shard);
}
