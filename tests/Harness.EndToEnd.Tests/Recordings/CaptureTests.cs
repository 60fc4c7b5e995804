using System.Text.Json.Nodes;
using Harness.EndToEnd.Tests.Browser;
using Harness.Tests.Support;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>The real command in a real Chromium, and its recordings served.</summary>
[Platform(Exclude = "Win", Reason = "Signals and sh are POSIX.")]
internal sealed class CaptureTests
{
    private TemporaryFolder _home = null!;
    private RunningServer _original = null!;

    private string Recordings => Path.Combine(_home.Path, "recordings");

    [OneTimeSetUp]
    public async Task Start()
    {
        Chromium.Require();
        _original = await RunningServer.Start();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_original is not null)
        {
            await _original.DisposeAsync();
        }
    }

    [SetUp]
    public void Make() => _home = new TemporaryFolder();

    [TearDown]
    public void Remove() => _home.Dispose();

    [TestCase("defender")]
    [TestCase("sharepoint-admin")]
    [TestCase("m365-admin")]
    [TestCase("intune-autopatch")]
    public async Task What_was_captured_plays_back_in_the_same_shapes(string family)
    {
        ProcessResult captured = await Capture(family, "--output", "json");
        captured.ExitCode.Should().Be(0, captured.ToString());
        await using RunningServer played = await RunningServer.Start(o => o with { Recordings = Recordings });

        IReadOnlyList<PlayedCall> calls = await Playback.Compare(Recordings, family, _original, played);

        calls.Count.Should().Be((int)captured.Json()["families"]![0]!["operations"]!).And.BeGreaterThan(20);
        calls.Where(c => !c.Original.Decision.EndsWith("/served", StringComparison.Ordinal)).Select(c => $"{c.Path}: {c.Original}").Should().BeEmpty();
        calls.Where(c => c.Played.Decision != "recording/served").Select(c => $"{c.Path}: {c.Played}").Should().BeEmpty();
        calls.SelectMany(c => c.Differences()).ToList().Should().BeEmpty();
        played.Server.Problems.Should().BeEmpty();
        (await HarnessProcess.Run(_home.Path, "recordings", "verify", Recordings)).ExitCode.Should().Be(0);
        (await HarnessProcess.Run(_home.Path, "contracts", "check")).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task An_id_of_a_recorded_list_resolves_in_the_recorded_detail()
    {
        await Capture("defender");
        await using RunningServer played = await RunningServer.Start(o => o with { Recordings = Recordings });
        PortalSession session = await played.Session("defender");
        const string users = "security.microsoft.com/apiproxy/msgraph/v1.0/users";

        PortalAnswer list = await played.Call("GET", users, session);
        PortalAnswer[] details = [.. await Task.WhenAll(((JsonArray)list.Json!["value"]!).Select(u => played.Call("GET", $"{users}/{u!["id"]}", session)))];

        list.Decision.Should().Be("recording/served");
        details.Should().OnlyContain(d => d.Status == 200).And.Contain(d => d.Decision == "recording/served");
        details.Select(d => (string)d.Json!["id"]!).Should().Equal(((JsonArray)list.Json!["value"]!).Select(u => (string)u!["id"]!));
    }

    [Test]
    public async Task Nothing_that_is_not_sanitized_is_ever_on_the_disk()
    {
        JsonNode tenant = await _original.Control("tenant");
        string[] secrets = [(string)tenant["tenantId"]!, (string)tenant["hosts"]!["tenant"]! + "-admin.sharepoint.com", "FedAuth=", "Contoso"];
        string temporary = Directory.CreateDirectory(Path.Combine(_home.Path, "tmp")).FullName;
        string harness = Path.Combine(AppContext.BaseDirectory, "harness.dll");

        // The runtime's own diagnostic pipes would stand there too, and whoever opens one to read waits for ever.
        Task<ProcessResult> run = HarnessProcess.Shell(
            _home.Path, $"DOTNET_EnableDiagnostics=0 TMPDIR='{temporary}' HOME='{_home.Path}' XDG_CONFIG_HOME='{temporary}' dotnet '{harness}' recordings capture sharepoint-admin --headless --gateway {_original.Server.Http}");
        var watch = new DiskWatch(_home.Path, secrets);

        await watch.Until(run);

        (await run).ExitCode.Should().Be(0, (await run).ToString());
        watch.Seen.Should().Contain(f => f.StartsWith(temporary, StringComparison.Ordinal), "the browser keeps its profile there").And.Contain(f => f.StartsWith(Recordings, StringComparison.Ordinal));
        watch.Found.Where(f => !f.Contains("/cache/harness/", StringComparison.Ordinal)).Should().BeEmpty();
        Directory.EnumerateDirectories(temporary, "playwright*").Should().BeEmpty("the browser's profile goes with it");
    }

    [Test]
    public async Task Stopping_a_capture_writes_what_was_seen_so_far()
    {
        using HarnessProcess capture = HarnessProcess.Start(_home.Path, Arguments("m365-admin"));
        int before = await Exchanges();
        while (!capture.HasEnded && await Exchanges() < before + 25)
        {
            await Task.Delay(20);
        }

        await capture.Signal("INT");
        ProcessResult ended = await capture.End();

        ended.ExitCode.Should().Be(0, ended.ToString());
        Directory.EnumerateFiles(Path.Combine(Recordings, "m365-admin")).Should().NotBeEmpty();
    }

    private async Task<int> Exchanges() => ((JsonArray)(await _original.Control("exchanges?family=m365-admin&limit=1000"))["exchanges"]!).Count;

    private Task<ProcessResult> Capture(string family, params IEnumerable<string> more) => HarnessProcess.Run(_home.Path, [.. Arguments(family), .. more]);

    private string[] Arguments(string family) => ["recordings", "capture", family, "--headless", "--gateway", _original.Server.Http.ToString()];
}
