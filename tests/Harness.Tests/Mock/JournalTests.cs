using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class JournalTests() : ServerTests(o => o with { JournalCapacity = 20 })
{
    private const string Known = "api.accessreviews.identitygovernance.azure.com/accessReviews/v2.0/approvalWorkflowProviders";

    [Test]
    public async Task An_answer_names_its_exchange_and_the_journal_explains_it()
    {
        PortalAnswer answer = await Server.Call("GET", Known);

        JsonNode exchange = await Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        ((string)exchange["decision"]!["code"]!).Should().Be("token-missing");
        ((string)exchange["decision"]!["stage"]!).Should().Be("access");
        ((string)exchange["decision"]!["because"]!).Should().NotBeEmpty();
        ((string)exchange["decision"]!["fix"]!).Should().NotBeEmpty();
        ((string)exchange["decision"]!["evidence"]!).Should().BeOneOf("observed", "documented", "inferred");
        ((string)exchange["operation"]!).Should().Be("GET /accessReviews/v2.0/approvalWorkflowProviders");
        ((string)exchange["family"]!).Should().Be("entra-idgov");
        ((int)exchange["response"]!["status"]!).Should().Be(answer.Status);
    }

    [Test]
    public async Task A_path_that_nobody_has_comes_with_its_near_misses()
    {
        PortalAnswer answer = await Server.Call("GET", $"{Known}s");

        JsonNode exchange = await Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}");
        answer.Status.Should().Be(404);
        ((string)exchange["decision"]!["code"]!).Should().Be("no-such-operation");
        ((JsonArray)exchange["nearMisses"]!).Select(m => (string)m!["operation"]!).Should().Contain("GET /accessReviews/v2.0/approvalWorkflowProviders");
    }

    [Test]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        PortalAnswer answer = await Server.Call("DELETE", Known);

        answer.Status.Should().Be(405);
        answer.Headers["Allow"].Should().Contain("GET");
        answer.Decision.Should().Be("match/method-not-allowed");
    }

    [Test]
    public async Task Secrets_are_masked()
    {
        PortalSession session = await Server.Session("sharepoint-admin");
        PortalAnswer answer = await Server.Call(
            "POST", "contoso-admin.sharepoint.com/_api/SPO.Tenant/GetSitesByState?access_token=hidden-query", session, r => r.Content = new StringContent("""{"password":"hidden-body","state":1}""", System.Text.Encoding.UTF8, "application/json"));

        string exchange = (await Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}")).ToJsonString();

        exchange.Should().Contain("***").And.NotContain("hidden-query").And.NotContain("hidden-body");
        foreach (string secret in session.Cookies.Values.Concat(session.WriteHeaders.Where(h => h.Key.Equals("X-RequestDigest", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)))
        {
            exchange.Should().NotContain(secret);
        }
    }

    [Test]
    public async Task The_journal_keeps_the_last_ones_only_newest_first()
    {
        for (int i = 0; i < 30; i++)
        {
            await Server.Call("GET", $"{Known}?n={i}");
        }

        JsonArray exchanges = (JsonArray)(await Server.Control("exchanges?limit=500"))["exchanges"]!;

        exchanges.Should().HaveCount(20);
        ((string)exchanges[0]!["request"]!["query"]!["n"]!).Should().Be("29");
    }

    [Test]
    public async Task Exchanges_are_filtered_by_family_status_and_code()
    {
        await Server.Call("GET", Known);
        await Server.Call("GET", $"{Known}s");
        await Server.Call("GET", "elm.iga.azure.com/api/v1/catalogs");

        (await Count("family=entra-iga")).Should().Be(1);
        (await Count("code=no-such-operation")).Should().Be(1);
        (await Count("status=404")).Should().Be(1);
        await Server.Control(HttpMethod.Delete, "exchanges");
        (await Count("")).Should().Be(0);
    }

    private async Task<int> Count(string filter) => ((JsonArray)(await Server.Control($"exchanges?{filter}"))["exchanges"]!).Count;
}
