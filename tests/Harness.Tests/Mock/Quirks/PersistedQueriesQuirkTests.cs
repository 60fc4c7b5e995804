using Harness.Mock.Exchanges;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class PersistedQueriesQuirkTests
{
    private const string Declaration = "persisted-queries: { operations: [/**], names: [CurrentUserClients, TenantRoles], suffix: Clients, refusal: gone }";

    private static readonly string Hash = new('a', 64);

    [TestCase("CurrentUserClients", true)]
    [TestCase("CurrentUser", true)]
    [TestCase("TenantRolesClients", true)]
    [TestCase("currentuser", false)]
    [TestCase("Unheard", false)]
    public void A_known_name_passes_whatever_its_hash(string name, bool passes)
    {
        using var bench = new QuirkBench(Declaration);

        Reply? reply = bench.Quirk.Answer(bench.Call("POST", "/graphql", body: Request(name, Hash)));

        (reply is null).Should().Be(passes);
        (reply?.Decision.Code ?? "persisted-query-unknown").Should().Be("persisted-query-unknown");
    }

    [TestCase("abc")]
    [TestCase("")]
    public void A_garbled_hash_is_refused(string hash)
    {
        using var bench = new QuirkBench(Declaration);

        bench.Quirk.Answer(bench.Call("POST", "/graphql", body: Request("CurrentUserClients", hash)))!.Decision.Code.Should().Be("body-invalid");
        bench.Quirk.Answer(bench.Call("POST", "/graphql", body: "not json"))!.Decision.Code.Should().Be("body-invalid");
    }

    [Test]
    public void The_example_call_passes()
    {
        using var bench = new QuirkBench(Declaration);

        string? body = bench.Quirk.RemedyFor(MakeBelieve.Get("/graphql", null), MakeBelieve.Contoso).Body;

        bench.Quirk.Answer(bench.Call("POST", "/graphql", body: body)).Should().BeNull();
    }

    private static string Request(string name, string hash) =>
        $$$"""{"operationName":"{{{name}}}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"} } }""";
}
