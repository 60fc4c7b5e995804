using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class StepUpQuirkTests
{
    private const string Quirk = "step-up: { operations: [/**], when: '{body/role}', is: strong, context: c1, refusal: no }";

    [Test]
    public void Only_what_the_condition_names_asks_for_a_fresh_proof()
    {
        using var bench = new QuirkBench(Quirk);

        Reply? refused = bench.Quirk.Answer(bench.Call("POST", "/x", "global-admin", """{"role":"strong"}"""));

        refused!.Decision.Code.Should().Be("step-up-required");
        refused.Decision.Fix.Should().Contain("""claims={"access_token":{"acrs":{"essential":true,"value":"c1"}}}""");
        bench.Quirk.Answer(bench.Call("POST", "/x", "global-admin", """{"role":"weak"}""")).Should().BeNull();
    }

    [Test]
    public void A_token_with_the_context_passes()
    {
        using var bench = new QuirkBench(Quirk);
        Exchange call = bench.Call("POST", "/x", "global-admin", """{"role":"strong"}""");
        call.Http.Request.Headers.Authorization = "Bearer " + bench.Token("global-admin", QuirkBench.Audience, "c1");

        bench.Quirk.Answer(call).Should().BeNull();
    }
}
