using Harness.Cli.Browsers;
using Harness.Cli.Recordings;
using Harness.Contracts;
using Harness.EndToEnd.Tests.Browser;
using Harness.Mock;
using Harness.Stubs.Recordings;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Support;
using Microsoft.Playwright;

namespace Harness.EndToEnd.Tests.Recordings;

/// <summary>Traffic that a browser recorded by itself, and what a person's clicks leave.</summary>
internal sealed class BrowserTrafficTests
{
    private TemporaryFolder _home = null!;

    private string Recordings => Path.Combine(_home.Path, "recordings");

    [SetUp]
    public void Make()
    {
        Chromium.Require();
        _home = new TemporaryFolder();
    }

    [TearDown]
    public void Remove() => _home?.Dispose();

    [TestCase("defender", "https://security.microsoft.com/", "raw.har")]
    [TestCase("sharepoint-admin", "https://contoso-admin.sharepoint.com/", "raw.zip")]
    public async Task A_har_that_the_browser_wrote_sanitized_and_imported_plays_back_in_the_same_shapes(string family, string start, string name)
    {
        await using RunningServer original = await RunningServer.Start(o => o with { HttpsPort = 0 });
        string raw = Path.Combine(_home.Path, name), clean = Path.Combine(_home.Path, $"clean-{name}");
        await Record(original, family, start, raw);

        ProcessResult sanitized = await HarnessProcess.Run(_home.Path, "recordings", "sanitize", raw, "--out", clean);
        ProcessResult imported = await HarnessProcess.Run(_home.Path, "recordings", "import", clean, "--family", family);
        sanitized.ExitCode.Should().Be(0, sanitized.ToString());
        imported.ExitCode.Should().Be(0, imported.Output + imported.Error);
        await using RunningServer played = await RunningServer.Start(o => o with { Recordings = Recordings });
        IReadOnlyList<PlayedCall> calls = await Playback.Compare(Recordings, family, original, played);

        calls.Count.Should().BeGreaterThan(20);
        calls.Where(c => c.Played.Decision != "recording/served").Select(c => $"{c.Path}: {c.Played}").Should().BeEmpty();
        calls.SelectMany(c => c.Differences()).ToList().Should().BeEmpty();
        (await HarnessProcess.Run(_home.Path, "recordings", "verify", Recordings)).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Several_answers_to_one_request_play_back_in_the_order_in_which_they_came()
    {
        const string path = "/apiproxy/cdssecuritycopilot/trial";
        await using RunningServer original = await RunningServer.Start();
        CompiledContracts contracts = WantedFamilies.Of(ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts }), ["defender"]);
        var address = new PortalAddress(original.Server.Http);
        var capture = new PortalCapture(contracts.Families[0], address, InstalledBrowser.Options(null, headless: true), TimeProvider.System);
        using var control = new MockControl(original.Server.Http);

        TrafficLog log = await capture.Run(
            async page =>
            {
                var walk = new MockWalk(page, control, address, "defender", "global-admin");
                await walk.Run(new Uri("https://security.microsoft.com/"), 0, default);
                await page.GotoAsync(address.Open("security.microsoft.com", path));
                await original.Control(HttpMethod.Post, "clock", new { advance = "P3D" });
                await walk.Run(new Uri("https://security.microsoft.com/"), 0, default);
                await page.GotoAsync(address.Open("security.microsoft.com", path));
            },
            default);
        RecordingSet set = RecordingImport.Run([log.Har], contracts, new SanitizerOptions(SanitizerKey.Random()), Recordings, [])!;
        RecordingFolder.Write(Recordings, set.Files);
        await using RunningServer played = await RunningServer.Start(o => o with { Recordings = Recordings });
        PortalSession session = await played.Session("defender");
        string[] texts = [await Text(), await Text(), await Text()];

        set.Leaks.Should().BeEmpty();
        set.Families.Should().Equal(new FamilyRecordings("defender", 1, 2));
        texts[1].Should().NotBe(texts[0]);
        texts[2].Should().Be(texts[1]);

        async Task<string> Text()
        {
            PortalAnswer answer = await played.Call("GET", $"security.microsoft.com{path}", session);
            answer.Decision.Should().Be("recording/served");
            return answer.Text;
        }
    }

    private static async Task Record(RunningServer server, string family, string start, string file)
    {
        await using Chromium chromium = await Chromium.Launch($"MAP * 127.0.0.1:{server.Server.Https!.Port}");
        IPage page = await chromium.NewPage(new BrowserNewContextOptions { IgnoreHTTPSErrors = true, RecordHarPath = file });
        using var control = new MockControl(server.Server.Http);
        await new MockWalk(page, control, new PortalAddress(null), family, "global-admin").Run(new Uri(start), int.MaxValue, default);
        await page.Context.CloseAsync();
    }
}
