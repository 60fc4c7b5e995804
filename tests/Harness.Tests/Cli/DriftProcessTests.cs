using System.Text.Json.Nodes;
using Harness.Drift.Planning;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>The command as a process, everything that it sends written down on the way.</summary>
[Platform(Exclude = "Win", Reason = "Signals are POSIX.")]
internal sealed class DriftProcessTests
{
    private static readonly string[] Quick = ["--rate", "off", "--no-baseline"];

    // Two at once in each of three families.
    private const int InFlight = 6;

    private RunningServer _server = null!;
    private RecordingProxy _proxy = null!;
    private TemporaryFolder _home = null!;
    private Target _target = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start();
        _proxy = RecordingProxy.To(_server.Server.Http);
        _home = new TemporaryFolder();
        _target = await DriftBench.Of(_server, _proxy.Address) with { Families = ["entra-iga", "sharepoint-admin", "teams"] };
    }

    [TearDown]
    public async Task Stop()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    [Rail("R07")]
    [TestCase("plan")]
    [TestCase("run", "--dry-run")]
    [TestCase("run", "--dry-run", "--i-confirm", "lab")]
    public async Task A_plan_is_printed_and_nothing_is_sent(string command, params string[] more)
    {
        ProcessResult ended = await Drift(_target).Run(command, [.. more, "--output", "json"]);

        ended.ExitCode.Should().Be(0, ended.Error);
        ended.Json().ToJsonString().Should().Contain("/api/v1/accessPackages");
        _proxy.Bytes.Should().Be(0);
    }

    [Rail("R22")]
    [TestCase("unmarked", 4, "nonProduction")]
    [TestCase("unconfirmed", 4, "--i-confirm lab")]
    [TestCase("another", 4, "another tenant")]
    [TestCase("nowhere", 2, "no mock server answers")]
    [TestCase("stranger", 2, "there is no family")]
    [TestCase("nothing", 5, "Nothing was probed")]
    public async Task What_stops_a_run_has_an_exit_code_of_its_own(string what, int code, string says)
    {
        Target target = what switch
        {
            "unmarked" => _target with { NonProduction = false },
            "another" => _target with { TenantId = DriftBench.Tenant },
            "nowhere" => _target with { Gateway = new Uri("http://127.0.0.1:9") },
            _ => _target,
        };
        string[] confirm = what == "unconfirmed" ? [] : ["--i-confirm", "lab"];
        string[] more = what switch { "stranger" => ["--family", "nobody"], "nothing" => ["--only", "GET /nothing/**"], _ => [] };

        ProcessResult ended = await Drift(target).Run("run", [.. Quick, .. confirm, .. more]);

        ended.ExitCode.Should().Be(code, ended.Output + ended.Error);
        (ended.Output + ended.Error).Should().Contain(says).And.NotContain("   at ");
        _proxy.Probes.Should().BeEmpty();
        if (what is "unmarked" or "unconfirmed")
        {
            _proxy.Bytes.Should().Be(0);
        }
    }

    [Rail("R22")]
    [Test]
    public async Task A_portal_that_refuses_everything_is_not_called_clean()
    {
        await using RecordingProxy portal = RecordingProxy.Answering("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        Target target = DriftBench.At(portal.Address) with { Families = ["o365-management"], Credentials = TokenIn("TOKEN") };
        DriftProcess drift = Drift(target);
        drift.Environment["TOKEN"] = MakeBelieveToken.Reading(DriftBench.Tenant, "https://manage.office.com", TimeProvider.System.GetUtcNow().AddHours(1));

        ProcessResult ended = await drift.Run("run", [.. Quick, "--i-confirm", "lab"]);

        ended.ExitCode.Should().Be(3, ended.Output + ended.Error);
        ((string)Report(drift)["verdict"]!).Should().Be("inconclusive");
    }

    [Test]
    public async Task A_run_says_how_it_gets_on_and_ends_clean()
    {
        DriftProcess drift = Drift(_target);

        ProcessResult ended = await drift.Run("run", [.. Quick, "--i-confirm", "lab"]);

        ended.ExitCode.Should().Be(0, ended.Output + ended.Error);
        string said = ended.Output + ended.Error;
        said.Should().MatchRegex("[0-9]+ GETs to probe").And.MatchRegex("[0-9]+ of [0-9]+ GETs, [0-9.]+ probes/s, [0-9]+ s remaining");
        JsonNode report = Report(drift);
        ((int)report["requests"]!["sent"]!).Should().Be(_proxy.Probes.Count).And.Be(File.ReadAllLines(Path.Combine(drift.Out(), "audit.ndjson")).Length);
        ((int)report["coverage"]!["observed2xx"]!).Should().BeGreaterThan(10);
    }

    [Rail("R22")]
    [TestCase("KILL")]
    [TestCase("INT")]
    public async Task A_run_that_is_stopped_goes_on_and_nothing_is_lost_or_asked_twice(string signal)
    {
        Plan plan = DriftBench.Plan(_target, DriftBench.Core);
        DriftProcess whole = Drift(_target);
        (await whole.Run("run", [.. Quick, "--i-confirm", "lab", "--out", whole.Out("whole")])).ExitCode.Should().Be(0);
        await using RecordingProxy early = RecordingProxy.To(_server.Server.Http);
        DriftProcess stopped = Drift(_target with { Gateway = early.Address });
        string journal = Path.Combine(stopped.Out(), "journal.ndjson");
        string[] options = ["--no-baseline", "--out", stopped.Out(), "--concurrency", "2"];
        ProcessResult first = await Interrupt(stopped, journal, signal, options);
        string[] before = [.. Lines(journal)];
        int asked = early.Probes.Count;
        await using RecordingProxy later = RecordingProxy.To(_server.Server.Http);
        ProcessResult second = await Drift(_target with { Gateway = later.Address }).Run("run", [.. options, "--rate", "off", "--resume"]);

        first.ExitCode.Should().Be(signal == "INT" ? 130 : 137);
        first.Error.Contains("--resume", StringComparison.Ordinal).Should().Be(signal == "INT");
        second.ExitCode.Should().Be(0, second.Output + second.Error);
        Seen(stopped.Out()).Should().BeEquivalentTo(Seen(whole.Out("whole"))).And.OnlyHaveUniqueItems();
        Repeated(plan, before, later).Should().BeEmpty();
        File.ReadLines(Path.Combine(stopped.Out(), "audit.ndjson")).Count().Should().BeInRange(asked + later.Probes.Count - InFlight, asked + later.Probes.Count);
    }

    // Asked again although it was in the journal, and neither to see whether the session lives nor for ids that others still wait for.
    private static IEnumerable<string> Repeated(Plan plan, string[] journal, RecordingProxy later)
    {
        HashSet<string> done = [.. journal];
        HashSet<string> needed = [.. plan.Probes.Where(p => p.Stage == ProbeStage.Canary).Select(p => p.Key)];
        for (int i = plan.Probes.Count - 1; i >= 0; i--)
        {
            if (!done.Contains(plan.Probes[i].Key) || needed.Contains(plan.Probes[i].Key))
            {
                needed.UnionWith(plan.Probes[i].Values.Where(v => v.Source is not null).Select(v => v.Source!.Probe));
            }
        }

        HashSet<string> again = [.. later.Probes.Select(r => r.Target.Split('?')[0])];
        return plan.Probes.Where(p => done.Contains(p.Key) && !needed.Contains(p.Key) && p.Values.Count == 0).Select(p => $"/{p.Host}{p.Operation.PortalPath}").Where(again.Contains);
    }

    private static async Task<ProcessResult> Interrupt(DriftProcess drift, string journal, string signal, string[] options)
    {
        using HarnessProcess process = drift.Start("run", [.. options, "--i-confirm", "lab", "--rate", "8/s"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!process.HasEnded && Lines(journal).Count() < 15)
        {
            await Task.Delay(50, patience.Token);
        }

        await process.Signal(signal);
        return await process.End();
    }

    private static IEnumerable<string> Lines(string journal)
    {
        if (!File.Exists(journal))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => Key(JsonNode.Parse(l)!))];
    }

    private static string[] Seen(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "observations.ndjson")).Select(l => JsonNode.Parse(l)!["seen"]!).Select(o => $"{Key(o)} {o["sample"]} {o["outcome"]} {o["status"]} {o["reason"]}")];

    private static string Key(JsonNode seen) => $"{seen["family"]} {seen["method"]} {seen["path"]}";

    private static CredentialSettings TokenIn(string variable) => new("token-env", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["variables"] = [variable] });

    private static JsonNode Report(DriftProcess drift) => JsonNode.Parse(File.ReadAllText(Path.Combine(drift.Out(), "report.json")))!;

    private DriftProcess Drift(Target target) => new(_home.Path, target);
}
