using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Drift.Targets;
using Harness.EndToEnd.Tests.Browser;
using Harness.EndToEnd.Tests.SignIn;
using Harness.Mock;
using Harness.Tests.Support;
using Microsoft.Playwright;

namespace Harness.EndToEnd.Tests.Drift;

/// <summary>The unchanged command, MSAL and all, on a machine whose proxy and certificates lead to the mock's token service.</summary>
[Platform(Include = "Linux", Reason = "Trust comes from SSL_CERT_FILE.")]
internal sealed class MsalRunTests
{
    private TokenServiceServer _server = null!;
    private string _home = null!;

    [SetUp]
    public async Task Start()
    {
        _server = await TokenServiceServer.Start();
        _home = Directory.CreateTempSubdirectory("harness-msal-").FullName;
    }

    [TearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Test]
    public async Task An_application_with_a_certificate_gets_its_token_and_runs()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(ShippedFolders.Tenants, "contoso-e5.yml"));
        string certificate = Regex.Match(text, "certificate: \\|\\n(?<pem>.*?-----END PRIVATE KEY-----)", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups["pem"].Value;
        await File.WriteAllTextAsync(Path.Combine(_home, "app.pem"), certificate.Replace("      ", "", StringComparison.Ordinal) + "\n");
        DriftProcess drift = Drift("Contoso Exchange Automation", ("certificate", Path.Combine(_home, "app.pem")));

        ProcessResult ended = await Run(drift);

        Served(ended, drift);
    }

    [Test]
    public async Task A_person_enters_a_code_once_and_runs_use_what_was_sealed()
    {
        await using Chromium chromium = await Chromium.Launch(_server.Names);
        DriftProcess drift = Drift("Contoso Desk Client");
        string variables = string.Join(' ', drift.Environment.Select(v => $"{v.Key}={v.Value}"));
        Task<ProcessResult> signingIn = HarnessProcess.Shell(_home, $"{variables} dotnet {Path.Combine(AppContext.BaseDirectory, "harness.dll")} sign-in {drift.TargetFile()} > said.txt 2>&1");
        await EnterCode(await chromium.NewPage(new BrowserNewContextOptions { IgnoreHTTPSErrors = true }), Path.Combine(_home, "said.txt"));

        ProcessResult signedIn = await signingIn;
        ProcessResult ended = await Run(drift);

        signedIn.ExitCode.Should().Be(0, await File.ReadAllTextAsync(Path.Combine(_home, "said.txt")));
        Served(ended, drift);
        Directory.GetFiles(Path.Combine(_home, "data", "vault")).Select(File.ReadAllText).Should().OnlyContain(f => !f.Contains("eyJ", StringComparison.Ordinal) && !f.Contains("AccessToken", StringComparison.Ordinal));
    }

    private static async Task<ProcessResult> Run(DriftProcess drift) =>
        await drift.Run("run", "--rate", "off", "--no-baseline", "--i-confirm", "lab", "--only", "GET /api/*/*/activity/feed/**");

    private static void Served(ProcessResult ended, DriftProcess drift)
    {
        ended.ExitCode.Should().Be(0, ended.Output + ended.Error);
        JsonNode report = JsonNode.Parse(File.ReadAllText(Path.Combine(drift.Out(), "report.json")))!;
        ((int)report["coverage"]!["observed2xx"]!).Should().BeGreaterThanOrEqualTo(2);
    }

    private async Task EnterCode(IPage page, string said)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Match asked = Match.Empty;
        while (!asked.Success)
        {
            await Task.Delay(100, patience.Token);
            asked = Regex.Match(File.Exists(said) ? await File.ReadAllTextAsync(said, patience.Token) : "", "(?<page>https://\\S+) .*code (?<code>\\S+) ", RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        (string upn, string password) = _server.Persona("security-reader");
        await page.GotoAsync(asked.Groups["page"].Value);
        await page.FillAsync("input[name=otc]", asked.Groups["code"].Value);
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync("#i0116", upn);
        await page.FillAsync("#i0118", password);
        await page.ClickAsync("#idSIButton9");
        await page.ClickAsync("#idSIButton9");
    }

    private DriftProcess Drift(string app, params (string Key, string Value)[] credentials)
    {
        var values = credentials.Append(("clientId", (string)_server.App(app)["clientId"]!)).ToDictionary(c => c.Item1, c => (IReadOnlyList<string>)[c.Item2], StringComparer.Ordinal);
        var drift = new DriftProcess(_home, new Target
        {
            Name = "lab",
            TenantId = Guid.Parse(_server.TenantId),
            NonProduction = true,
            Gateway = _server.Server.Http,
            Hosts = _server.Hosts,
            Credentials = new CredentialSettings("msal", values),
            Families = ["o365-management"],
        });
        foreach ((string name, string value) in _server.Environment())
        {
            drift.Environment[name] = value;
        }

        return drift;
    }
}
