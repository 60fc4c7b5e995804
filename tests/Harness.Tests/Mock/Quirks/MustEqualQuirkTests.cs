using Harness.Mock.Exchanges;
using Harness.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class MustEqualQuirkTests
{
    [Test]
    public void Only_the_value_that_discovery_names_is_let_through()
    {
        using var bench = new QuirkBench("must-equal: { operations: [/**], path.partition: '{regions.partition}', learn: POST /region, refusal: gone }");

        Reply? wrong = bench.Quirk.Answer(bench.Call("GET", "/part/emea02", path: ("Partition", "emea02")));

        wrong!.Status.Should().Be(404);
        wrong.Decision.Code.Should().Be("discovery-skipped");
        wrong.Decision.Fix.Should().Contain("POST /region");
        bench.Quirk.Answer(bench.Call("GET", "/part/AMER01", path: ("Partition", "AMER01"))).Should().BeNull();
        bench.Quirk.Answer(bench.Call("GET", "/other")).Should().BeNull("the path has no such parameter");
    }

    [Test]
    public void A_host_or_a_query_is_judged_too_and_any_of_a_list_will_do()
    {
        using var host = new QuirkBench("must-equal: { operations: [/**], host: ['a.example.com', 'other.example.com'], refusal: gone }");
        using var wrong = new QuirkBench("must-equal: { operations: [/**], host: 'a.example.com', refusal: gone }");
        using var elsewhere = new QuirkBench("must-equal: { operations: [/**], onHosts: ['{x}.crm.example.com'], host: 'a.example.com', refusal: gone }");
        using var query = new QuirkBench("must-equal: { operations: [/**], query.pod: '{regions.podId}', refusal: gone }");

        host.Quirk.Answer(host.Call("GET", "/")).Should().BeNull();
        wrong.Quirk.Answer(wrong.Call("GET", "/")).Should().NotBeNull();
        elsewhere.Quirk.Answer(elsewhere.Call("GET", "/")).Should().BeNull();
        query.Quirk.Answer(query.Call("GET", "/")).Should().NotBeNull();
        query.Quirk.Answer(query.Call("GET", "/?pod=pod-7")).Should().BeNull();
    }

    [Test]
    public void The_example_call_gets_the_values_of_its_tenant()
    {
        using var bench = new QuirkBench("must-equal: { operations: [/**], path.partition: '{regions.partition}', query.pod: '{regions.podId}', refusal: gone }");

        CallRemedy remedy = bench.Quirk.RemedyFor(MakeBelieve.Get("/part/{partition}", null), MakeBelieve.Contoso);

        remedy.PathValues.Should().Contain("partition", "amer01");
        remedy.Query.Should().Contain("pod", "pod-7");
    }

    [Test]
    public void A_declaration_that_judges_nothing_is_a_problem()
    {
        using var bench = new QuirkBench("must-equal: { operations: [/**], onHosts: ['{a}{b}'], refusal: gone }");

        bench.Problems.Should().HaveCount(2);
    }
}
