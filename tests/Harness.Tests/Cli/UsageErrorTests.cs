using Harness.Tests.Support;

namespace Harness.Tests.Cli;

internal sealed class UsageErrorTests
{
    private TemporaryFolder _home = null!;

    [SetUp]
    public void MakeHome() => _home = new TemporaryFolder();

    [TearDown]
    public void RemoveHome() => _home.Dispose();

    [TestCase("nonsense", "'harness' has no 'nonsense'")]
    [TestCase("contracts shwo defender", "'harness contracts' has no 'shwo'")]
    [TestCase("contracts", "'harness contracts' needs to know what to do")]
    public async Task A_wrong_command_is_one_mistake_and_names_the_right_ones(string line, string mistake)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, line.Split(' '));

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().HaveCount(2);
        ended.ErrorLines[0].Should().Contain(mistake).And.Contain(line.StartsWith("contracts", StringComparison.Ordinal) ? "import" : "serve");
        ended.ErrorLines[1].Should().EndWith("--help'.");
    }

    [Test]
    public async Task A_value_of_the_wrong_kind_is_named_without_a_type_of_ours()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "serve", "--seed", "x");

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines[0].Should().Contain("'x'").And.Contain("--seed").And.Contain("a whole number").And.NotContain("System.");
    }

    [TestCase("contracts show", "'harness contracts show' needs <family>: Family id")]
    [TestCase("drift merge", "'harness drift merge' needs <parts>: Folders")]
    [TestCase("contracts learn --nonsense", "'harness contracts learn' has no option '--nonsense'")]
    [TestCase("contracts check --nonsense", "'harness contracts check' has no option '--nonsense'")]
    [TestCase("doctor --nonsense", "'harness doctor' has no option '--nonsense'")]
    [TestCase("doctor nonsense", "'harness doctor' takes no 'nonsense'")]
    [TestCase("session defender --as yaml", "'yaml' is none of json, curl, env")]
    [TestCase("serve --journal 0", "--journal is a number from 1 up, not '0'")]
    public async Task A_wrong_call_is_one_line_in_plain_words_and_one_about_help(string line, string mistake)
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, line.Split(' '));

        ended.ExitCode.Should().Be(2);
        ended.ErrorLines.Should().HaveCount(2);
        ended.ErrorLines[0].Should().StartWith("harness: ").And.Contain(mistake);
        ended.ErrorLines[1].Should().EndWith("--help'.");
    }

    [Test]
    public async Task Words_behind_two_dashes_are_files_whatever_they_look_like()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "recordings", "verify", "--", "--nonsense");

        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("there is no file or folder '--nonsense'");
    }

    [Test]
    public async Task A_reason_of_the_system_does_not_end_in_two_periods()
    {
        ProcessResult ended = await HarnessProcess.Run(_home.Path, "trust", "export", "--out", Path.Combine("nowhere", "ca.pem"));

        ended.ErrorLines.Should().ContainSingle().Which.Should().Contain("cannot be written").And.NotContain("..");
    }
}
