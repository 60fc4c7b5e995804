using System.CommandLine;
using Harness.Cli.Recordings;
using Harness.Cli.Terminal;
using Harness.Stubs.Leaks;
using Harness.Stubs.Recordings;
using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class RecordingOutputTests
{
    [Test]
    public void With_a_single_leak_nothing_is_written_and_its_place_is_told()
    {
        using var folder = new TemporaryFolder();
        string recordings = Path.Combine(folder.Path, "recordings");
        var set = new RecordingSet(
            [new RecordingFile("defender/a.json", "{}", 1), new RecordingFile("teams/b.json", "{}", 1)],
            [new FamilyRecordings("defender", 1, 1), new FamilyRecordings("teams", 1, 1)],
            new Dictionary<LeftOut, int>(),
            [new Leak("recordings/teams/b.json", 3, "a signed token")]);

        (int code, string text) = Write(set, recordings);

        code.Should().Be(1);
        text.Should().Contain("recordings/teams/b.json:3: a signed token").And.Contain("nothing was written");
        Directory.Exists(recordings).Should().BeFalse();
    }

    [Test]
    public void A_folder_that_cannot_be_written_is_named()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("recordings", "a file where the folder should be");
        var set = new RecordingSet([new RecordingFile("defender/a.json", "{}", 1)], [new FamilyRecordings("defender", 1, 1)], new Dictionary<LeftOut, int>(), []);

        FluentActions.Invoking(() => Write(set, Path.Combine(folder.Path, "recordings"))).Should().Throw<Harness.Contracts.HarnessException>().WithMessage("*--out*");
    }

    private static (int Code, string Text) Write(RecordingSet set, string folder)
    {
        var output = new RecordingOutput();
        var command = new RootCommand();
        output.AddTo(command);
        command.Options.Add(GlobalOptions.Output);
        command.Options.Add(GlobalOptions.NoColor);
        command.Options.Add(GlobalOptions.Verbose);
        int code = 0;
        command.SetAction(parsed => code = output.Write(parsed, new Screen(parsed), set, "defender"));
        using var text = new StringWriter();
        command.Parse(["--out", folder]).Invoke(new InvocationConfiguration { Output = text, Error = text, EnableDefaultExceptionHandler = false });
        return (code, text.ToString());
    }
}
