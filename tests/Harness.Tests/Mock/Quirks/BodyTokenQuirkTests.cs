using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class BodyTokenQuirkTests
{
    private const string Arm = "https://management.azure.com/";
    private const string Quirk = "body-token: { operations: [/**], at: /arm, audience: ['" + Arm + "'], refusal: no, example.body: '{\"arm\":\"Bearer {token:" + Arm + "}\"}' }";

    [TestCase("{}", "token-missing")]
    [TestCase("{\"arm\":\"Bearer nonsense\"}", "token-malformed")]
    [TestCase("{\"arm\":\"{token}\"}", "token-malformed")]
    [TestCase("{\"arm\":\"Bearer {other}\"}", "token-wrong-audience")]
    [TestCase("{\"arm\":\"Bearer {token}\"}", null)]
    public void A_token_in_the_body_is_judged_like_one_in_a_header(string body, string? code)
    {
        using var bench = new QuirkBench(Quirk);
        string filled = body.Replace("{token}", bench.Token("global-admin", Arm), StringComparison.Ordinal).Replace("{other}", bench.Token("global-admin", QuirkBench.Audience), StringComparison.Ordinal);

        Reply? refused = bench.Quirk.Answer(bench.Call("POST", "/x", "global-admin", filled));

        refused?.Decision.Header.Should().Be($"access/{code}");
        (refused is null).Should().Be(code is null);
    }

    [Test]
    public void A_token_in_the_body_grows_old_and_the_example_has_one_that_does_not_soon()
    {
        using var bench = new QuirkBench(Quirk);
        string body = "{\"arm\":\"Bearer " + bench.Token("global-admin", Arm) + "\"}";
        string example = bench.Quirk.RemedyFor(MakeBelieve.Get("/x", null), MakeBelieve.Contoso).Body!;
        bench.Clock.Now += TimeSpan.FromHours(2);

        bench.Quirk.Answer(bench.Call("POST", "/x", "global-admin", body))!.Decision.Code.Should().Be("token-expired");
        bench.Quirk.Answer(bench.Call("POST", "/x", "global-admin", example)).Should().BeNull();
    }
}
