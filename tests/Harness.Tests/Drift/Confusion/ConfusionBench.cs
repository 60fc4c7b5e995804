using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Planning;
using Harness.Drift.Reports;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Confusion;

/// <summary>One family on a mock, known for some good nights, one endpoint of it picked out to suffer.</summary>
internal sealed class ConfusionBench : IAsyncDisposable
{
    private const int GoodNights = 5;

    private readonly string _family;
    private readonly TemporaryFolder _contracts = new();
    private readonly DriftNights _known;
    private readonly RunningServer _whole;
    private RunningServer _without = null!;
    private RunningServer _server;
    private Operation _victim = null!;
    private Operation _sibling = null!;

    private ConfusionBench(string family, RunningServer whole)
    {
        _family = family;
        _whole = whole;
        _server = whole;
        _known = new DriftNights(DriftBench.Core, family);
        Family = DriftBench.Core.Families.First(f => f.Id == family);
    }

    public Family Family { get; }

    public string Victim => $"GET {_victim.PortalPath}";

    public string Sibling => $"GET {_sibling.PortalPath}";

    public IReadOnlyList<string> Licenses => [.. Family.Licenses.Where(l => l.Code == "unlicensed").Select(l => l.Plan).Distinct()];

    /// <summary>Those that the victim does not hang on.</summary>
    public IReadOnlyList<string> OtherLicenses =>
        [.. Licenses.Except(Family.Licenses.Where(l => l.Operations.MatchAny("GET", _victim.PortalPath)).Select(l => l.Plan))];

    /// <summary>What good nights say too.</summary>
    public HashSet<string> Usual { get; } = [];

    public static async Task<ConfusionBench> Start(string family)
    {
        var bench = new ConfusionBench(family, await RunningServer.Start());
        Target target = await DriftBench.Of(bench._whole);
        RunReport report = await bench._known.Night(target);
        for (int i = 1; i < GoodNights; i++)
        {
            report = await bench._known.Night(target);
        }

        bench.Usual.UnionWith(report.Environment.Concat(report.Findings).Select(f => f.Fingerprint));
        bench.Choose(target, report);
        bench._without = await RunningServer.Start(o => o with { CoreContracts = TrimmedContracts.Without(bench._contracts, bench._victim) });
        return bench;
    }

    /// <summary>Null where the family has nothing to make it happen with.</summary>
    public async Task<IReadOnlyList<RunReport>?> Suffer(Cause cause)
    {
        using DriftNights nights = _known.Fork();
        _server = cause.IsServedWithout ? _without : _whole;
        Target target = await DriftBench.Of(_server);
        var reports = new List<RunReport>();
        for (int night = 1; night <= cause.Nights; night++)
        {
            await _server.Control(HttpMethod.Post, "reset");
            if (!await cause.Strike(this, night))
            {
                return null;
            }

            reports.Add(await nights.Night(target, cause.During(this, night)));
        }

        await _server.Control(HttpMethod.Post, "reset");
        return reports;
    }

    /// <param name="operation">Null for the whole family.</param>
    public Task<bool> Error(string? operation, int status, string body = "", string? contentType = null) =>
        Quirk(new { family = _family, operation, kind = "error", status, body, contentType });

    public Task<bool> Throttle(string? operation) => Quirk(new { family = _family, operation, kind = "throttle", retryAfter = 0 });

    public Task<bool> Cut(string? operation) => Quirk(new { family = _family, operation, kind = "reset" });

    public async Task<bool> Unlicense(IReadOnlyList<string> plans)
    {
        if (plans.Count > 0)
        {
            await _server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = plans } });
        }

        return plans.Count > 0;
    }

    public Task Age() => _server.Control(HttpMethod.Post, "clock", new { advance = "P30D" });

    public async ValueTask DisposeAsync()
    {
        await _whole.DisposeAsync();
        await _without.DisposeAsync();
        _known.Dispose();
        _contracts.Dispose();
    }

    // Lists that answered with data, so that what becomes of them has one cause only.
    private void Choose(Target target, RunReport report)
    {
        HashSet<string> good = [.. report.Operations.Where(o => o.Outcome == OperationOutcome.Passed && o.Status == 200).Select(o => o.Path)];
        Operation[] lists =
        [
            .. DriftBench.Plan(target, DriftBench.Core, null, _family).Probes
                .Where(p => p.Stage == ProbeStage.List && p.IsReported && p.Values.Count == 0 && good.Contains(p.Operation.Path)).Select(p => p.Operation)
                .Where(o => !DriftBench.Core.Operations.Any(other => other.Family == _family && other.Path == o.Path && other.Method != "GET")),
        ];
        lists.Should().HaveCountGreaterThan(1, "one endpoint is to suffer and another is not");
        _victim = Array.Find(lists, o => Family.Licenses.Any(l => l.Code == "unlicensed") && !Family.Licenses.Any(l => l.Operations.MatchAny("GET", o.PortalPath))) ?? lists[0];
        _sibling = Array.Find(lists, o => o != _victim)!;
    }

    private async Task<bool> Quirk(object quirk)
    {
        await _server.Control(HttpMethod.Post, "quirks", quirk);
        return true;
    }
}
