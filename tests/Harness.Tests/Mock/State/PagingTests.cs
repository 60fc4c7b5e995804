using System.Text.Json.Nodes;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.State;

/// <summary>Each style of paging that the portals have, walked to its end; and OData's questions, over the wire.</summary>
internal sealed class PagingTests() : ServerTests(o => o with { Clock = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Seed = 7 })
{
    private const string Users = "/apiproxy/msgraph/v1.0/users";

    [Test]
    public async Task Page_index_and_page_size_walk_a_list_from_zero()
    {
        JsonArray all = (JsonArray)(await Get("purview", "purview.microsoft.com", "/apiproxy/mtp/ndr/dlpmachines?pageSize=500"))["results"]!;
        List<string> seen = [];
        for (int page = 0; page <= all.Count / 2; page++)
        {
            JsonNode answer = await Get("purview", "purview.microsoft.com", $"/apiproxy/mtp/ndr/dlpmachines?pageIndex={page}&pageSize=2");
            seen.AddRange(((JsonArray)answer["results"]!).Select(m => m!.ToJsonString()));
        }

        seen.Should().Equal(all.Select(m => m!.ToJsonString()));
    }

    [Test]
    public async Task A_water_mark_leads_from_page_to_page_until_the_last_one()
    {
        const string Path = "/apiproxy/di/find/InsiderRiskPolicy?tenantId=f3ebf024-0c96-4929-9a1c-210feb673958";
        JsonNode whole = await Get("purview", "purview.microsoft.com", Path);
        JsonArray all = (JsonArray)whole["ResultData"]!;
        List<string> seen = [];
        string mark = "";
        for (bool last = false; !last && seen.Count <= all.Count;)
        {
            JsonNode page = await Get("purview", "purview.microsoft.com", $"{Path}&pagesize=1&WaterMark={Uri.EscapeDataString(mark)}");
            seen.AddRange(((JsonArray)page["ResultData"]!).Select(p => p!.ToJsonString()));
            last = (bool)page["LastPage"]!;
            mark = (string?)page["WaterMark"] ?? "";
            (mark.Length == 0).Should().Be(last, "the last page has no mark to go on from");
            ((int)page["RecordCount"]!).Should().Be(1);
        }

        seen.Should().Equal(all.Select(p => p!.ToJsonString()));
        string.IsNullOrEmpty((string?)whole["WaterMark"]).Should().BeTrue("a whole list leads nowhere");
    }

    [Test]
    public async Task A_list_that_is_a_post_gives_its_token_in_the_answer_and_takes_it_in_the_query()
    {
        JsonNode first = await Post("entra-iam", "main.iam.ad.ext.azure.com", "/api/Users?top=3&searchText=");
        JsonNode second = await Post("entra-iam", "main.iam.ad.ext.azure.com", $"/api/Users?top=3&searchText=&nextLink={Uri.EscapeDataString((string)first["nextLink"]!)}");

        ((JsonArray)first["items"]!).Should().HaveCount(3);
        Ids(second["items"]!, "objectId").Should().NotIntersectWith(Ids(first["items"]!, "objectId"));
    }

    [Test]
    public async Task A_search_pages_by_its_body()
    {
        async Task<string[]> Page(int index) => Ids(
            (await Post("defender", "security.microsoft.com", "/apiproxy/mtp/alertsApiService/alerts", "{\"pageIndex\":" + index + ",\"pageSize\":1}"))["alerts"]!, null);

        string[] first = await Page(0);
        first.Should().HaveCount(1);
        (await Page(1)).Should().NotIntersectWith(first);
    }

    [Test]
    public async Task Odata_is_asked_with_every_operator_that_the_portals_use()
    {
        JsonArray all = (JsonArray)(await Get("defender", "security.microsoft.com", Users))["value"]!;
        string name = (string)all[0]!["displayName"]!;
        string other = (string)all[1]!["displayName"]!;
        string part = name[2..5];
        string start = name[..2];

        (await Names($"$filter=displayName eq '{name}'")).Should().OnlyContain(n => n == name).And.NotBeEmpty();
        (await Names($"$filter=displayName eq '{name}' or displayName eq '{other}'")).Distinct().Should().BeEquivalentTo([name, other]);
        (await Names($"$filter=displayName eq '{name}' and displayName eq '{other}'")).Should().BeEmpty();
        (await Names($"$filter=contains(displayName,'{part}')")).Should().Contain(name).And.OnlyContain(n => n.Contains(part, StringComparison.OrdinalIgnoreCase));
        (await Names($"$filter=startswith(displayName,'{start}')")).Should().Contain(name).And.OnlyContain(n => n.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        (await Names("$orderby=displayName desc&$top=4")).Should().HaveCount(4).And.BeInDescendingOrder(StringComparer.OrdinalIgnoreCase);
        (await Names("$top=2&$skip=1")).Should().Equal(all.Skip(1).Take(2).Select(u => (string)u!["displayName"]!));
        ((JsonObject)(await Get("defender", "security.microsoft.com", $"{Users}?$select=id&$top=1"))["value"]![0]!).Select(m => m.Key).Should().Equal("id");
        ((int)(await Get("defender", "security.microsoft.com", $"{Users}?$count=true&$top=1"))["@odata.count"]!).Should().Be(all.Count);
    }

    [Test]
    public async Task A_skip_token_leads_through_an_odata_list_in_the_callers_own_form_of_address()
    {
        JsonNode page = await Get("defender", "security.microsoft.com", $"{Users}?$top=5");
        string next = (string)page["@odata.nextLink"]!;

        next.Should().StartWith($"{Server.Server.Http.ToString().TrimEnd('/')}/security.microsoft.com{Users}?").And.Contain("$skiptoken=");
        Ids((await Get("defender", "security.microsoft.com", new Uri(next).PathAndQuery["/security.microsoft.com".Length..]))["value"]!, "id")
            .Should().HaveCountGreaterThan(0).And.NotIntersectWith(Ids(page["value"]!, "id"));
    }

    private async Task<string[]> Names(string query) =>
        [.. ((JsonArray)(await Get("defender", "security.microsoft.com", $"{Users}?{query.Replace(" ", "%20", StringComparison.Ordinal)}"))["value"]!).Select(u => (string)u!["displayName"]!)];

    private static string[] Ids(JsonNode list, string? key) => [.. ((JsonArray)list).Select(i => key is null ? i!.ToJsonString() : (string)i![key]!)];

    private async Task<JsonNode> Get(string family, string host, string path) => Good(await Server.Call(family, "GET", host, path));

    private async Task<JsonNode> Post(string family, string host, string path, string? body = null) => Good(await Server.Call(family, "POST", host, path, body: body));

    private static JsonNode Good(PortalAnswer answer)
    {
        answer.Status.Should().Be(200, answer.ToString());
        return answer.Json!;
    }
}
