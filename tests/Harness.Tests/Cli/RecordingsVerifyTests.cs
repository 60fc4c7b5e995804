using Harness.Tests.Stubs.Leaks;
using Harness.Tests.Stubs.Sanitizing.Planted;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

/// <summary>What the command says of a folder that a person is about to commit.</summary>
internal sealed class RecordingsVerifyTests
{
    [Test]
    public async Task A_raw_HAR_among_the_recordings_fails_with_its_place()
    {
        using var home = new TemporaryFolder();
        CommittedRecordings.CopyTo(Path.Combine(home.Path, "recordings"));

        ProcessResult before = await HarnessProcess.Run(home.Path, "recordings", "verify");
        home.With("recordings/defender/raw.har", System.Text.Encoding.UTF8.GetString(HarPlanter.BuildSmall(31).ToBytes()));
        ProcessResult after = await HarnessProcess.Run(home.Path, "recordings", "verify");

        before.ExitCode.Should().Be(0);
        after.ExitCode.Should().Be(1);
        after.Output.Should().MatchRegex(@"(?m)^recordings[/\\]defender[/\\]raw\.har:1: a signed token$");
    }
}
