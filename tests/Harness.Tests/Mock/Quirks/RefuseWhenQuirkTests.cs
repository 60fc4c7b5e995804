using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class RefuseWhenQuirkTests
{
    [Test]
    public void A_call_is_refused_by_what_it_says()
    {
        using var bench = new QuirkBench(
            "refuse-when: { operations: [/**], when: '{form}', matchesNot: 'https://*', refusal: no, code: body-invalid, because: No audience., example.body: '=https://a.example/' }");

        Reply? refused = bench.Quirk.Answer(bench.Call("POST", "/x", body: "=nothing"));

        refused!.Status.Should().Be(403);
        refused.Decision.Code.Should().Be("body-invalid");
        bench.Quirk.Answer(bench.Call("POST", "/x", body: "=https%3A%2F%2Fa.example/")).Should().BeNull();
        bench.Quirk.RemedyFor(MakeBelieve.Get("/x", null), MakeBelieve.Contoso).Body.Should().Be("=https://a.example/");
    }

    [TestCase("is: ''", "/x", true)]
    [TestCase("is: ''", "/x?scope=all", false)]
    [TestCase("isNot: [all, some]", "/x?scope=ALL", false)]
    [TestCase("isNot: [all, some]", "/x?scope=none", true)]
    [TestCase("matches: 'a*'", "/x?scope=all", true)]
    [TestCase("matches: 'b*'", "/x?scope=all", false)]
    public void A_condition_reads_as_it_is_written(string rule, string target, bool refuses)
    {
        using var bench = new QuirkBench($"refuse-when: {{ operations: [/**], when: '{{query.scope}}', {rule}, refusal: no, because: x }}");

        (bench.Quirk.Answer(bench.Call("GET", target)) is not null).Should().Be(refuses);
    }

    [Test]
    public void A_condition_without_a_judgment_is_a_problem()
    {
        using var bench = new QuirkBench("refuse-when: { operations: [/**], when: '{query.scope}', because: x }");

        bench.Problems.Should().HaveCount(2);
    }
}
