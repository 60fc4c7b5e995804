using System.Text.RegularExpressions;
using Harness.Tests.Support;

namespace Harness.Tests.Conventions;

/// <summary>The nightly run holds secrets: nobody gets at them with a pull request.</summary>
[Rail("R20")]
internal sealed class WorkflowTests
{
    private static readonly string Nightly = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "drift.yml")).ReplaceLineEndings("\n");

    [Test]
    public void The_nightly_run_is_started_by_the_clock_or_a_person() =>
        Regex.Match(Nightly, "(?ms)^on:\n(?<on>.*?)^\\S", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["on"].Value.Split('\n')
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && !l.StartsWith("   ", StringComparison.Ordinal)).Select(l => l.Trim().TrimEnd(':'))
            .Should().Equal("schedule", "workflow_dispatch");

    [Test]
    public void Unless_a_job_says_more_it_may_only_read() => Nightly.Should().Contain("\npermissions:\n  contents: read\n");

    [Rail("R13")]
    [Test]
    public void A_job_with_secrets_runs_in_an_environment_that_can_be_protected()
    {
        foreach (string job in Regex.Split(Nightly[Nightly.IndexOf("\njobs:\n", StringComparison.Ordinal)..], "\n(?=  [a-z-]+:\n)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Where(j => j.Contains("secrets.", StringComparison.Ordinal)))
        {
            job.Should().Contain("\n    environment: ");
        }
    }

    [Test]
    public void Actions_are_pinned_to_what_was_looked_at() =>
        Regex.Matches(Nightly, "uses: (?<action>\\S+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups["action"].Value)
            .Should().NotBeEmpty().And.OnlyContain(u => IsPinned(u));

    [TestCase("/.github/")]
    [TestCase("/contracts/*/family.yml")]
    [TestCase("/src/Harness.Drift/Guard/")]
    [TestCase("/src/Harness.Drift/Credentials/")]
    [TestCase("/src/Harness.Drift/Targets/")]
    public void What_decides_what_is_sent_has_an_owner(string path) =>
        File.ReadAllLines(Path.Combine(Repository.Root, ".github", "CODEOWNERS")).Should().Contain(l => l.StartsWith($"{path} @", StringComparison.Ordinal));

    private static bool IsPinned(string action) => action.Split('@') is [_, { Length: 40 } commit] && commit.All(char.IsAsciiHexDigitLower);
}
