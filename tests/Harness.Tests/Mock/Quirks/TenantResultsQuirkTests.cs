using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class TenantResultsQuirkTests
{
    private const string Declaration =
        "tenant-results: { operations: [/**], asked: ['tenantIds[]', tenantIds], at: /metadata/responses, completed: /metadata/completedTenants, perTenant: /result, othersFor: [Global Administrator], error: NoAccess }";

    private static readonly string Own = MakeBelieve.Contoso.Id.ToString();
    private static readonly string Other = QuirkBench.Sister.Id.ToString();

    [Test]
    public void A_tenant_out_of_reach_fails_inside_the_answer()
    {
        using var bench = new QuirkBench(Declaration);

        JsonNode answer = bench.Amended(bench.Call("GET", $"/x?tenantIds[]={Own}&tenantIds[]={Other}", "no-roles"), """{"result":{"chance":{"a":1}},"metadata":{}}""")!;

        ((int)answer["metadata"]!["responses"]![Own]![0]!["status"]!).Should().Be(200);
        ((int)answer["metadata"]!["responses"]![Other]![0]!["status"]!).Should().Be(403);
        ((string)answer["metadata"]!["responses"]![Other]![0]!["errorCode"]!).Should().Be("NoAccess");
        answer["metadata"]!["completedTenants"]!.ToJsonString().Should().Be($"[\"{Own}\"]");
        answer["result"]!.ToJsonString().Should().Be($$$"""{"{{{Own}}}":{"a":1}}""");
    }

    [Test]
    public void A_role_reaches_further_and_the_body_may_name_the_tenants()
    {
        using var bench = new QuirkBench(Declaration);

        JsonNode answer = bench.Amended(bench.Call("POST", "/x", "global-admin", $$$"""{"tenantIds":["{{{Other}}}"]}"""), """{"result":{},"metadata":{}}""")!;

        ((int)answer["metadata"]!["responses"]![Other]![0]!["status"]!).Should().Be(200);
        answer["metadata"]!["completedTenants"]!.AsArray().Should().ContainSingle();
    }
}
