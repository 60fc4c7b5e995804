using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class DoctorProcessTests
{
    private TemporaryFolder _home = null!;

    [SetUp]
    public void MakeHome() => _home = new TemporaryFolder();

    [TearDown]
    public void RemoveHome() => _home.Dispose();

    [Test]
    public async Task Every_line_says_whether_a_thing_is_there_and_what_to_do_when_it_is_not()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor");

        ended.ExitCode.Should().Be(0, ended.Output + ended.Error);
        string[] lines = [.. ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        lines[..^1].Should().OnlyContain(l => l.StartsWith("✓ ", StringComparison.Ordinal) || l.StartsWith("- ", StringComparison.Ordinal)).And.OnlyContain(l => l.EndsWith('.'));
        lines.Should().Contain(l => l.StartsWith("✓ .NET 10.", StringComparison.Ordinal)).And.Contain(l => l.Contains("23 families", StringComparison.Ordinal));
    }

    [Test]
    public async Task Programs_get_every_check_with_its_id()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor", "--output", "json");

        ((JsonArray)ended.Json()["checks"]!).Select(c => (string)c!["id"]!).Distinct(StringComparer.Ordinal)
            .Should().Contain(["runtime", "contracts", "keys", "cache", "ports", "names", "authority", "browser", "clock"]);
        ((JsonArray)ended.Json()["checks"]!).Should().OnlyContain(c => ((string)c!["status"]! == "fine") == (c["fix"] == null));
    }

    [Test]
    public async Task Keys_that_others_may_read_are_wrong_and_the_command_that_closes_them_is_told()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows keeps others out of the user's folders by itself.");
        }

        (await HarnessProcess.Run(_home.Path, "trust", "export", "--out", "ca.pem")).ExitCode.Should().Be(0);
        string keys = Path.Combine(_home.Path, "data", "keys");
        await HarnessProcess.Shell(_home.Path, $"chmod 705 '{keys}'");

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor");

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().Contain("✗ Others on this machine may open").And.Contain($"chmod -R go-rwx '{keys}'");
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_made_is_told_like_everything_else()
    {
        _home.With("file", "");

        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor", "--data", Path.Combine(_home.Path, "file", "data"));

        ended.ExitCode.Should().Be(1);
        ended.Output.Should().Contain("✗ the data folder").And.Contain("HARNESS_DATA").And.Contain("The clock shows");
    }

    [Test]
    public async Task Doctor_makes_no_authority()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor");

        ended.Output.Should().Contain("There is no development authority yet").And.Contain("harness trust install");
        Directory.EnumerateFiles(Path.Combine(_home.Path, "data", "keys")).Should().BeEmpty();
    }

    [Test]
    public async Task A_hook_cannot_be_installed_outside_a_repository()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "doctor", "--install-hook");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("git repository");
    }
}
