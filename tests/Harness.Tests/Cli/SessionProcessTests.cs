using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

[Platform(Exclude = "Win", Reason = "Signals and sh are POSIX.")]
internal sealed class SessionProcessTests
{
    private TemporaryFolder _home = null!;
    private ServeProcess _serve = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _home = new TemporaryFolder();
        _serve = await ServeProcess.Start(_home.Path);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _serve.Dispose();
        _home.Dispose();
    }

    [TestCase("--as", "json")]
    [TestCase("--output", "json")]
    public async Task As_json_it_is_what_the_control_api_answers(string option, string value)
    {
        ProcessResult ended = await Session("sharepoint-admin", option, value);

        ended.ExitCode.Should().Be(0);
        var session = (JsonObject)ended.Json();
        session.Select(m => m.Key).Should().Contain(["id", "family", "persona", "baseUrl", "expiresAt", "cookies", "headers", "writeHeaders", "query", "curl"]);
        ((JsonObject)session["cookies"]!).Select(c => c.Key).Should().Contain(["FedAuth", "rtFa"]);
        ((string)session["family"]!).Should().Be("sharepoint-admin");
    }

    [TestCase("defender")]
    [TestCase("sharepoint-admin")]
    [TestCase("exchange")]
    [TestCase("entra-iam")]
    [TestCase("m365-admin")]
    public async Task As_curl_it_is_a_line_that_a_shell_can_run(string family)
    {
        await RequireCurl();
        ProcessResult ended = await Session(family, "--as", "curl");

        ended.ExitCode.Should().Be(0);
        ProcessResult called = await HarnessProcess.Shell(_home.Path, $"{ended.Output.TrimEnd()} -o /dev/null -w '%{{http_code}}'");
        called.Output.Should().Be("200");
    }

    [Test]
    public async Task As_env_it_is_lines_that_a_shell_can_take_over()
    {
        await RequireCurl();
        ProcessResult ended = await Session("sharepoint-admin", "--as", "env");
        await File.WriteAllTextAsync(Path.Combine(_home.Path, "session.env"), ended.Output);

        ProcessResult called = await HarnessProcess.Shell(
            _home.Path, ". ./session.env && curl -s -o /dev/null -w '%{http_code}' -b \"$HARNESS_COOKIE\" \"$HARNESS_BASE_URL/_api/TenantAdminEndpoints\"");

        called.Output.Should().Be("200");
    }

    [Test]
    public async Task Persona_and_lifetime_are_as_asked_for()
    {
        JsonNode session = (await Session("teams", "--persona", "security-reader", "--lifetime", "PT5M", "--as", "json")).Json();

        ((string)session["persona"]!).Should().Be("security-reader");
        ((DateTimeOffset)session["expiresAt"]!).Should().BeBefore(TimeProvider.System.GetUtcNow().AddMinutes(6));
    }

    [TestCase("nonsense", "defender")]
    [TestCase("teams --persona nobody", "global-admin")]
    [TestCase("teams --lifetime soon", "PT30M")]
    [TestCase("teams --as xml", "json")]
    [TestCase("", "family")]
    public async Task What_cannot_be_asked_for_is_wrong_input_and_the_message_names_what_can(string arguments, string says)
    {
        ProcessResult ended = await Session(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        ended.ExitCode.Should().Be(2);
        ended.Output.Should().BeEmpty();
        ended.Error.Should().Contain(says).And.NotContain("   at ");
    }

    [Test]
    public async Task Without_a_server_it_says_how_to_start_one()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "session", "defender", "--server", "http://127.0.0.1:9");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("harness serve").And.Contain("--server");
    }

    private Task<ProcessResult> Session(params IEnumerable<string> arguments) =>
        HarnessProcess.Run(_home.Path, ["session", .. arguments, "--server", _serve.Http]);

    private async Task RequireCurl()
    {
        if ((await HarnessProcess.Shell(_home.Path, "command -v curl")).ExitCode != 0)
        {
            Assert.Ignore("curl is not on this machine.");
        }
    }
}
