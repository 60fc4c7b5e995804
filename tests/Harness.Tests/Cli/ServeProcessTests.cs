using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

[Platform(Exclude = "Win", Reason = "Signals and sh are POSIX.")]
internal sealed class ServeProcessTests
{
    private static readonly string[] ReadyMembers = ["http", "https", "proxy", "pid", "families", "operations", "startupMs", "controlToken"];

    private TemporaryFolder _home = null!;

    [OneTimeSetUp]
    public void MakeHome() => _home = new TemporaryFolder();

    [OneTimeTearDown]
    public void RemoveHome() => _home.Dispose();

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task It_says_when_it_is_ready_answers_and_ends_with_0_when_asked_to(string signal)
    {
        using ServeProcess serve = await ServeProcess.Start(_home.Path);
        using var client = new HttpClient();
        JsonNode health = JsonNode.Parse(await client.GetStringAsync(new Uri($"{serve.Http}/__harness/health")))!;
        ProcessResult ended = await serve.Stop(signal);

        serve.Ready.Select(m => m.Key).Should().BeEquivalentTo(ReadyMembers);
        ((int)serve.Ready["pid"]!).Should().Be(serve.Process.Id);
        ((int)serve.Ready["families"]!).Should().Be((int)health["families"]!);
        ((int)serve.Ready["operations"]!).Should().Be((int)health["operations"]!);
        ((int)serve.Ready["startupMs"]!).Should().BePositive();
        ((string)serve.Ready["controlToken"]!).Length.Should().BeGreaterThanOrEqualTo(32);
        serve.Ready["https"].Should().BeNull();
        serve.Ready["proxy"].Should().BeNull();
        serve.Http.Should().MatchRegex("^http://127\\.0\\.0\\.1:[1-9][0-9]*$");
        ended.ExitCode.Should().Be(0);
        ended.Error.Should().BeEmpty();
        ended.Output.Should().Contain(serve.Http).And.Contain($"{serve.Ready["families"]} families").And.Contain($"{serve.Ready["operations"]} operations").And.Contain("curl");
        ended.Output.Should().NotContain("\u001b", "colors are for terminals");
    }

    [Test]
    public async Task The_first_call_that_it_prints_returns_200_JSON_when_pasted_into_a_shell()
    {
        await RequireCurl();
        using ServeProcess serve = await ServeProcess.Start(_home.Path);
        // Standard output is read to its end, so the line is known once the server has ended; another on the same keys, seed and port takes the call.
        string line = (await serve.Stop()).Output.Split('\n').Single(l => l.TrimStart().StartsWith("curl ", StringComparison.Ordinal));
        using HarnessProcess again = HarnessProcess.Start(_home.Path, "serve", "--port", $"{new Uri(serve.Http).Port}", "--https-port", "off");

        ProcessResult called = await HarnessProcess.Shell(_home.Path, $"{line} --retry 40 --retry-delay 1 --retry-connrefused -o body.json -w '%{{http_code}} %{{content_type}}'");

        called.Output.Should().StartWith("200 application/json");
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_home.Path, "body.json"))).Should().NotBeNull();
    }

    [Test]
    public async Task With_output_json_it_prints_the_ready_file_and_no_more()
    {
        using ServeProcess serve = await ServeProcess.Start(_home.Path, "--output", "json", "--family", "entra-b2c");
        ProcessResult ended = await serve.Stop();

        ended.Json().ToJsonString().Should().Be(serve.Ready.ToJsonString());
    }

    [Test]
    public async Task A_taken_port_is_said_in_one_line_with_what_to_do()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        int port = ((IPEndPoint)holder.LocalEndpoint).Port;

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "serve", "--port", $"{port}", "--https-port", "off");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain($"{port}").And.Contain("taken").And.Contain("--port");
    }

    [TestCase("--contracts /no/such/folder", "/no/such/folder")]
    [TestCase("--family nonsense", "nonsense", "defender")]
    [TestCase("--tenant nonsense", "nonsense", "contoso-e5")]
    [TestCase("--ready-file /no/such/folder/ready.json", "/no/such/folder/ready.json")]
    [TestCase("--bind nonsense", "nonsense")]
    public async Task What_it_cannot_start_with_is_said_in_one_line_with_what_to_do(string options, params string[] says)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, ["serve", "--port", "0", "--https-port", "off", .. options.Split(' ')]);

        ended.ExitCode.Should().Be(2);
        string line = ended.ErrorLines.Should().ContainSingle().Subject;
        line.Should().StartWith("harness: ").And.NotContain("Exception");
        says.Should().OnlyContain(s => line.Contains(s, StringComparison.Ordinal));
    }

    [TestCase("--nonsense")]
    [TestCase("--port many")]
    [TestCase("--port 70000")]
    [TestCase("--https-port maybe")]
    [TestCase("--proxy-port maybe")]
    [TestCase("--access perhaps")]
    [TestCase("--clock yesterday")]
    [TestCase("--seed x")]
    public async Task An_option_that_it_does_not_understand_is_wrong_usage(string options)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, ["serve", .. options.Split(' ')]);

        ended.ExitCode.Should().Be(2);
        ended.Error.Should().Contain("harness serve --help").And.NotContain("   at ");
        ended.Output.Should().BeEmpty();
    }

    [Test]
    public async Task A_folder_with_nothing_but_broken_YAML_is_refused_with_the_place_of_the_first_mistake()
    {
        using TemporaryFolder broken = new TemporaryFolder().With("portal/openapi.yml", "openapi: 3.0.3\npaths:\n  /a: [\n");

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "serve", "--port", "0", "--https-port", "off", "--no-core", "--contracts", broken.Path);

        ended.ExitCode.Should().Be(2);
        ended.Error.Should().MatchRegex("openapi\\.yml:\\d+:\\d+: ").And.NotContain("   at ");
    }

    [Test]
    public async Task One_broken_file_is_reported_and_does_not_take_the_other_portals_down()
    {
        using TemporaryFolder broken = new TemporaryFolder().With("portal/openapi.yml", "openapi: 3.0.3\npaths:\n  /a: [\n");

        using ServeProcess serve = await ServeProcess.Start(_home.Path, "--contracts", broken.Path);
        ProcessResult ended = await serve.Stop();

        ((int)serve.Ready["families"]!).Should().BeGreaterThanOrEqualTo(23);
        ended.Error.Should().MatchRegex("openapi\\.yml:\\d+:\\d+: ");
        ended.ExitCode.Should().Be(0);
    }

    private async Task RequireCurl()
    {
        if ((await HarnessProcess.Shell(_home.Path, "command -v curl")).ExitCode != 0)
        {
            Assert.Ignore("curl is not on this machine.");
        }
    }
}
