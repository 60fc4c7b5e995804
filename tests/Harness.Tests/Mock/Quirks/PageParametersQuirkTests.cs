using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class PageParametersQuirkTests
{
    [Test]
    public void A_bare_call_is_refused_and_any_query_helps()
    {
        using var bench = new QuirkBench("page-parameters: { operations: [/**], refusal: gone }");

        Reply? bare = bench.Quirk.Answer(bench.Call("GET", "/va"));

        bare!.Status.Should().Be(404);
        bare.Decision.Code.Should().Be("query-missing");
        bench.Quirk.Answer(bench.Call("GET", "/va?x=1")).Should().BeNull();
        bench.Quirk.RemedyFor(MakeBelieve.Get("/va", null), MakeBelieve.Contoso).Query.Should().NotBeEmpty();
    }
}
