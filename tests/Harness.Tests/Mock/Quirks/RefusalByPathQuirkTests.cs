using Harness.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class RefusalByPathQuirkTests
{
    [Test]
    public void Below_its_paths_and_nowhere_else_another_refusal_answers()
    {
        Func<string, string, string, string> substitute = RefusalByPathQuirk.SubstitutesOf(TestFamily.Read(
            TestFamily.Frame + "quirks:\n  - refusal-by-path: { operations: [/relay/**], except: [/relay/known/**], insteadOf: [gone], refusal: no }\n"));

        substitute("gone", "GET", "/relay/x").Should().Be("no");
        substitute("gone", "GET", "/relay/known/x").Should().Be("gone");
        substitute("gone", "GET", "/x").Should().Be("gone");
        substitute("no", "GET", "/relay/x").Should().Be("no");
    }

    [Test]
    public void It_holds_for_paths_that_no_operation_has()
    {
        using var bench = new QuirkBench("refusal-by-path: { operations: [/relay/**], insteadOf: gone, refusal: no }");

        bench.Call("GET", "/relay/x").Portal.Refusals.Answer("gone", bench.Call("GET", "/relay/x"), default).Status.Should().Be(403);
        bench.Quirk.Answer(bench.Call("GET", "/relay/x")).Should().BeNull();
    }

    [Test]
    public void A_glob_without_a_slash_is_a_problem()
    {
        using var bench = new QuirkBench("refusal-by-path: { operations: [/relay/**], except: [relay], insteadOf: gone, refusal: no }");

        bench.Problems.Should().ContainSingle();
    }
}
