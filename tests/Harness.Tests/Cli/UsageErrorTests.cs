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
}
