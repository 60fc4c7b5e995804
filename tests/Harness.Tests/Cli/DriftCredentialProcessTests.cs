using System.Text.Json.Nodes;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>Runs with tokens that somebody else got: a pipeline, or Azure's command line.</summary>
[Platform(Exclude = "Win", Reason = "The stand-in for az is a shell script.")]
internal sealed class DriftCredentialProcessTests
{
    // What a token with the permission to read the activity feed can see.
    private const string Feed = "GET /api/*/*/activity/feed/**";
    private const string Audience = "https://manage.office.com";

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
        _target = await DriftBench.Of(_server, _proxy.Address) with { Families = ["o365-management"] };
    }

    [TearDown]
    public async Task Stop()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    [Rail("R09")]
    [Test]
    public async Task A_token_from_a_variable_serves_a_run_and_no_proxy_of_the_machine_sees_it()
    {
        await using RecordingProxy trap = RecordingProxy.Answering();
        DriftProcess drift = Variable();
        drift.Environment["TOKEN"] = await Token("security-reader");
        foreach (string name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy" })
        {
            drift.Environment[name] = trap.Address.ToString();
        }

        ProcessResult ended = await Run(drift);

        Served(ended, drift);
        _proxy.Requests.Should().OnlyContain(r => r.Method == "GET" && !r.IsControl);
        trap.Bytes.Should().Be(0);
    }

    [Rail("R14")]
    [TestCase("", 4, 0)]
    [TestCase("--accept-overprivileged", 0, 1)]
    public async Task A_token_of_an_administrator_is_taken_only_when_a_person_says_so(string option, int code, int least)
    {
        DriftProcess drift = Variable();
        drift.Environment["TOKEN"] = Powerful(await Token("security-reader"));
        drift.Environment["CI"] = "";

        ProcessResult ended = await Run(drift, option);

        _proxy.Probes.Count.Should().BeGreaterThanOrEqualTo(least);
        (ended.ExitCode == 4).Should().Be(code == 4, ended.Output + ended.Error);
        if (code == 4)
        {
            _proxy.Bytes.Should().Be(0);
        }
    }

    [Rail("R14")]
    [Test]
    public async Task In_a_pipeline_there_is_no_person_who_could_say_so()
    {
        DriftProcess drift = Variable();
        drift.Environment["TOKEN"] = Powerful(await Token("security-reader"));
        drift.Environment["CI"] = "true";

        ProcessResult ended = await Run(drift, "--accept-overprivileged");

        ended.ExitCode.Should().Be(4);
        ended.Error.Should().Contain("--accept-overprivileged");
        _proxy.Bytes.Should().Be(0);
    }

    [Test]
    public async Task Azures_command_line_is_asked_for_the_targets_tenant_and_for_each_audience()
    {
        _home.With("answer.json", new JsonObject { ["accessToken"] = await Token("security-reader") }.ToJsonString())
            .With("bin/az", "#!/bin/sh\necho \"$@\" >> az.log\ncat answer.json\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_home.Path, "bin", "az"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var drift = new DriftProcess(_home.Path, _target with { Credentials = Of("azure-cli") });
        drift.Environment["PATH"] = $"{Path.Combine(_home.Path, "bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";

        ProcessResult ended = await Run(drift);

        Served(ended, drift);
        string[] asked = await File.ReadAllLinesAsync(Path.Combine(_home.Path, "az.log"));
        asked.Should().OnlyContain(a => a.StartsWith($"account get-access-token --tenant {_target.TenantId:D} --output json", StringComparison.Ordinal));
        asked.Should().Contain(a => a.EndsWith($"--resource {Audience}", StringComparison.Ordinal));
    }

    [Test]
    public async Task Without_Azures_command_line_the_message_says_what_to_install()
    {
        var drift = new DriftProcess(_home.Path, _target with { Credentials = Of("azure-cli", ("program", Path.Combine(_home.Path, "no-such-az"))) });

        ProcessResult ended = await Run(drift);

        ended.ExitCode.Should().Be(2, ended.Output);
        ended.Error.Should().Contain("az login");
        _proxy.Bytes.Should().Be(0);
    }

    [Rail("R15")]
    [Rail("R16")]
    [Test]
    public async Task Neither_tokens_nor_answers_leave_a_trace_on_screen_or_disk()
    {
        string body = """{"value":[{"id":"canary-1","contentType":"Audit.General","note":"canary-2 of canary@contoso.example","secret":"canary-3","owner":"canary-4"},{"id":"canary-5","owner":"canary-4"},{"id":"canary-6","owner":"canary-4"}],"canary-7@contoso.example":{"a":1},"00000000-0000-4000-8000-00000000ca8a":1}""";
        await using RecordingProxy portal = RecordingProxy.Answering($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Marked: canary-9\r\nSet-Cookie: s=canary-10\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var drift = new DriftProcess(_home.Path, _target with { Gateway = portal.Address, Credentials = Of("token-env", ("variables", "TOKEN")) });
        drift.Environment["TOKEN"] = await Token("security-reader");

        ProcessResult ended = await drift.Run("run", "--rate", "off", "--i-confirm", "lab", "--verbose", "--baseline", Path.Combine(_home.Path, "baseline"));

        portal.Requests.Should().HaveCountGreaterThan(1);
        Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories).Should().Contain(f => f.Contains("baseline", StringComparison.Ordinal) && f.EndsWith(".json", StringComparison.Ordinal));
        foreach (string text in Directory.GetFiles(_home.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Append(ended.Output).Append(ended.Error))
        {
            text.Should().NotContain("canary").And.NotContain("ca8a").And.NotContain(drift.Environment["TOKEN"]).And.NotContain("eyJ");
        }
    }

    private static CredentialSettings Of(string kind, params (string Key, string Value)[] values) =>
        new(kind, values.ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[v.Value], StringComparer.Ordinal));

    private DriftProcess Variable() => new(_home.Path, _target with { Credentials = Of("token-env", ("variables", "TOKEN")) });

    private static Task<ProcessResult> Run(DriftProcess drift, params string[] more) =>
        drift.Run("run", ["--rate", "off", "--no-baseline", "--i-confirm", "lab", "--only", Feed, .. more.Where(m => m.Length > 0)]);

    private static void Served(ProcessResult ended, DriftProcess drift)
    {
        ended.ExitCode.Should().Be(0, ended.Output + ended.Error);
        JsonNode report = JsonNode.Parse(File.ReadAllText(Path.Combine(drift.Out(), "report.json")))!;
        ((int)report["coverage"]!["observed2xx"]!).Should().BeGreaterThanOrEqualTo(2);
    }

    private async Task<string> Token(string persona)
    {
        var call = new { method = "GET", host = "manage.office.com", path = "/api/v1.0/{tenantId}/activity/feed/subscriptions/list" };
        JsonNode session = await _server.Control(HttpMethod.Post, "sessions", new Dictionary<string, object> { ["family"] = "o365-management", ["persona"] = persona, ["for"] = call });
        return ((string)session["headers"]!["Authorization"]!)["Bearer ".Length..];
    }

    // The rail reads claims and no signature; the mock would refuse it, which is not what this is about.
    private static string Powerful(string token)
    {
        JsonObject claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
        claims["wids"] = new JsonArray("62e90394-69f5-4237-9190-012177145e10");
        return MakeBelieveToken.With(claims);
    }
}
