using Harness.Tests.Support;

namespace Harness.Tests.Cli;

[Platform(Exclude = "Win", Reason = "Signals and sh are POSIX.")]
internal sealed class ProxyProcessTests
{
    private TemporaryFolder _home = null!;

    [OneTimeSetUp]
    public void MakeHome() => _home = new TemporaryFolder();

    [OneTimeTearDown]
    public void RemoveHome() => _home.Dispose();

    [Test]
    public async Task With_HTTPS_PROXY_and_the_exported_certificate_curl_calls_the_real_address()
    {
        if ((await HarnessProcess.Shell(_home.Path, "command -v curl")).ExitCode != 0)
        {
            Assert.Ignore("curl is not on this machine.");
        }

        using ServeProcess serve = await ServeProcess.Start(_home.Path, "--proxy-port", "0");
        string proxy = (string)serve.Ready["proxy"]!;
        ProcessResult exported = await HarnessProcess.Run(_home.Path, "trust", "export", "--out", Path.Combine(_home.Path, "ca.pem"));
        string curl = $"HTTPS_PROXY={proxy} NO_PROXY= curl -sS --cacert ca.pem -o body -w '%{{http_connect}} %{{http_code}} %{{ssl_verify_result}}'";

        ProcessResult mocked = await HarnessProcess.Shell(_home.Path, $"{curl} -D headers https://security.microsoft.com/apiproxy/mtp/sccManagement/mgmt/TenantContext");
        ProcessResult other = await HarnessProcess.Shell(_home.Path, $"{curl} https://nobody.example/");
        ProcessResult ended = await serve.Stop();

        proxy.Should().MatchRegex("^http://127\\.0\\.0\\.1:[1-9][0-9]*$");
        exported.ExitCode.Should().Be(0);
        mocked.Output.Should().Be("200 401 0");
        (await File.ReadAllTextAsync(Path.Combine(_home.Path, "headers"))).Should().Contain("x-harness-decision: access/cookie-missing");
        other.Output.Should().StartWith("403 000");
        ended.ExitCode.Should().Be(0);
        ended.Output.Should().Contain($"proxy  {proxy}");
    }

    [Test]
    public async Task Passing_on_without_a_proxy_is_wrong_usage()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "serve", "--port", "0", "--https-port", "off", "--proxy-pass-through");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("--proxy-port");
    }

    [Test]
    public async Task A_taken_proxy_port_is_said_with_the_option_that_chooses_another()
    {
        using ServeProcess holder = await ServeProcess.Start(_home.Path);
        int taken = new Uri(holder.Http).Port;

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "serve", "--port", "0", "--https-port", "off", "--proxy-port", $"{taken}");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain($"{taken}").And.Contain("--proxy-port");
    }

    [Test]
    public async Task The_proxy_is_off_unless_asked_for()
    {
        using ServeProcess serve = await ServeProcess.Start(_home.Path, "--family", "entra-b2c");

        serve.Ready["proxy"].Should().BeNull();
        serve.Ready.ContainsKey("proxy").Should().BeTrue();
    }
}
