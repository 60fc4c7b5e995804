using System.Text.Json.Nodes;
using Harness.Cli.Browsers;
using Harness.Cli.SignIn;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;
using Harness.Mock;

namespace Harness.EndToEnd.Tests.Browser;

internal sealed class StoredSessionTests
{
    private string _data = null!;
    private MockServer _server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (InstalledBrowser.Find() is null)
        {
            Assert.Ignore("No browser is on this machine's PATH.");
        }

        _data = Directory.CreateTempSubdirectory("harness-stored-").FullName;
        _server = await MockServer.StartAsync(new MockServerOptions { Data = _data, Cache = "" });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            Directory.Delete(_data, recursive: true);
        }
    }

    [TestCase("sharepoint-admin")]
    [TestCase("defender")]
    public async Task A_session_that_a_person_got_in_a_browser_serves_a_run(string id)
    {
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts });
        Family family = contracts.Families.Single(f => f.Id == id);
        Target target = await TargetOf(id);
        var browser = new BrowserChoice(InstalledBrowser.Find(), Headless: true, TimeSpan.FromMinutes(1))
        {
            Arguments = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        };

        byte[] state = await new BrowserSignIn(target, browser, TestContext.Out.WriteLine).Run([family], page => page.ClickAsync("button[value=global-admin]"), default);
        new StoredSessions(new SecretVault(_data)).Save(target, state);
        List<Observation> seen = await Run(target, contracts);

        Plain(state).Should().BeEmpty();
        seen.Count(o => o.Status is >= 200 and < 300).Should().BeGreaterThan(5);
        seen.Should().NotContain(o => o.Status == 401 || o.Status == 440);
    }

    [Test]
    public async Task A_target_that_nobody_has_signed_in_to_says_what_to_do()
    {
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts });
        Target target = await TargetOf("defender") with { Name = "stranger" };

        Func<Task> run = () => Run(target, contracts);

        await run.Should().ThrowAsync<HarnessException>().WithMessage("*harness sign-in*");
    }

    // Cookies of the browser that stand readable in any file of the data folder.
    private IEnumerable<string> Plain(byte[] state)
    {
        string[] secrets = [.. JsonNode.Parse(state)!["cookies"]!.AsArray().Select(c => (string)c!["value"]!).Where(v => v.Length > 8)];
        secrets.Should().NotBeEmpty();
        byte[][] files = [.. Directory.GetFiles(Path.Combine(_data, "vault")).Select(File.ReadAllBytes)];
        files.Should().NotBeEmpty();
        return secrets.Where(s => files.Any(f => f.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(s)) >= 0));
    }

    private async Task<List<Observation>> Run(Target target, CompiledContracts contracts)
    {
        Plan plan = Planner.Make(target, contracts, new PlanOptions { Now = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero) });
        await using ProbeRun run = await ProbeRun.Open(plan, new ProbeOptions { DataFolder = _data, Confirm = target.Name, Guard = new GuardSettings { PerSecond = null, Retries = 0 } });
        var seen = new List<Observation>();
        await foreach (Observation one in run.Observe())
        {
            seen.Add(one);
        }

        return seen;
    }

    private async Task<Target> TargetOf(string family)
    {
        using var client = new HttpClient();
        JsonNode tenant = JsonNode.Parse(await client.GetStringAsync(new Uri(_server.Http, "/__harness/tenant")))!;
        return new Target
        {
            Name = "lab",
            TenantId = Guid.Parse((string)tenant["tenantId"]!),
            NonProduction = true,
            Gateway = _server.Http,
            Hosts = tenant["hosts"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!, StringComparer.OrdinalIgnoreCase),
            Credentials = new CredentialSettings("stored", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)),
            Families = [family],
            File = "lab.yml",
        };
    }
}
