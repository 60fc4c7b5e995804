using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class WritingReadQuirkTests
{
    private static readonly Decision Served = new(Stages.Synthesis, "served", "Made up.", null, null, null);

    [TestCase("/x", "state/served", "In a real tenant this would create a policy")]
    [TestCase("/x?skip=true", "synthesis/served", "Made up.")]
    public void The_journal_says_that_a_read_writes_and_the_answer_does_not(string target, string decision, string because)
    {
        using var bench = new QuirkBench("writing-read: { operations: [/**], when: '{query.skip}', isNot: 'true', deed: create a policy }");

        Reply reply = bench.Quirk.Amend(bench.Call("GET", target), new Reply(200, Served) { Body = new byte[] { 1 } });

        reply.Decision.Header.Should().Be(decision);
        reply.Decision.Because.Should().StartWith(because);
        reply.Body.ToArray().Should().Equal(1);
    }
}
