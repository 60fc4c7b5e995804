using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.State;

/// <summary>Lists, details and writes of one thing hang together, whatever the portal and however it spells them.</summary>
internal sealed class LifecycleTests
{
    private RunningServer _server = null!;
    private IReadOnlyList<OperationRow> _rows = [];

    /// <summary>What a family can do with one kind of thing: family, list, its elements, their id, detail, its id if it is another, a write and what it changes.</summary>
    private static IEnumerable<TestCaseData> Changes =>
    [
        new("entra-iam", "GET /api/Policies/Policies", "items", "policyId", "/api/Policies/{policyId}", "PUT", "policyName"),
        new("entra-pim", "GET /api/v2/privilegedAccess/{provider}/resources/{resourceId}/roleSettings", "value", "id", "/api/v2/privilegedAccess/{provider}/resources/{resourceId}/roleSettings/{roleSettingId}", "PATCH", "isDefault"),
        new("entra-idgov", "GET /accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests", "value", "id", "/accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests/{requestId}", "PATCH", "displayName"),
        new("intune-autopatch", "GET /support/odata/v1/supportRequests", "value", "id", "/support/odata/v1/supportRequests('{supportRequestId}')", "PATCH", "severity"),
    ];

    private static IEnumerable<TestCaseData> Creations =>
    [
        new("entra-iam", "POST /api/Policies", "policyId", "GET /api/Policies/Policies", "items", "/api/Policies/{policyId}", "policyName"),
        new("entra-iam", "POST /api/NamedNetworksV2", "networkId", "GET /api/NamedNetworksV2", "", "/api/NamedNetworksV2/{id}", "networkName"),
        new("entra-idgov", "POST /accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests", "id", "GET /accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests", "value", "/accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests/{requestId}", "displayName"),
        new("power-platform", "POST /providers/Microsoft.BusinessAppPlatform/environments/getOrCreate", "name", "GET /providers/Microsoft.BusinessAppPlatform/scopes/admin/environments", "value", "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/{environmentId}", ""),
        new("entra-pim", "POST /api/v2/privilegedAccess/{provider}/roleAssignmentRequests", "id", "GET /api/v2/privilegedAccess/{provider}/roleAssignmentRequests", "value", "", "reason"),
        new("intune-autopatch", "POST /support/odata/v1/supportRequests", "id", "GET /support/odata/v1/supportRequests", "value", "/support/odata/v1/supportRequests('{supportRequestId}')", ""),
    ];

    private static IEnumerable<TestCaseData> Deletions =>
    [
        new("entra-iam", "POST /api/Users", "items", "objectId", "/api/Users/{userId}"),
        new("entra-iam", "GET /api/RegisteredApplications", "items", "appId", "/api/RegisteredApplications/{appId}"),
        new("entra-iam", "GET /api/Policies/Policies", "items", "policyId", "/api/Policies/{policyId}"),
        new("entra-idgov", "GET /accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests", "value", "id", "/accessReviews/v2.0/approvalWorkflowProviders/{providerId}/requests/{requestId}"),
    ];

    /// <summary>What the portals only read: the list's ids are the detail's.</summary>
    private static IEnumerable<TestCaseData> Readings =>
    [
        new("entra-iam", "GET /api/Groups", "items", "objectId", "/api/Groups/{groupId}", "objectId"),
        new("defender", "GET /apiproxy/msgraph/v1.0/users", "value", "id", "/apiproxy/msgraph/v1.0/users/{UserId}", "id"),
        new("m365-admin", "POST /admin/api/Users/ListUsers", "Users", "ObjectId", "/admin/api/users/{userId}", "ObjectId"),
        new("sharepoint-admin", "POST /_api/SPO.Tenant/GetSitesByState", "value", "SiteId", "/_api/SPO.Tenant/sites('{siteId}')", "SiteId"),
        new("power-platform", "GET /providers/Microsoft.BusinessAppPlatform/scopes/admin/environments", "value", "name", "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/{environmentId}", "name"),
        new("entra-pim", "GET /api/v2/privilegedAccess/{provider}/resources/{resourceId}/roleDefinitions", "value", "id", "/api/v2/privilegedAccess/{provider}/resources/{resourceId}/roleDefinitions/{roleDefinitionId}", "id"),
    ];

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Clock = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Seed = 7 });
        _rows = await _server.Operations();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Readings))]
    public async Task What_is_listed_is_shown(string family, string list, string items, string key, string detail, string shown)
    {
        foreach (JsonNode? listed in (await List(family, list, items)).Take(3))
        {
            string id = listed![key]!.ToString();

            PortalAnswer answer = await Detail(family, "GET", detail, id);

            answer.Status.Should().Be(200);
            answer.Json![shown]!.ToString().Should().Be(id);
        }
    }

    [TestCaseSource(nameof(Changes))]
    public async Task What_is_changed_is_read_back_in_the_detail_and_in_the_list(string family, string list, string items, string key, string detail, string method, string property)
    {
        string id = (await List(family, list, items))[0]![key]!.ToString();
        JsonNode before = (await Detail(family, "GET", detail, id)).Json!;
        JsonObject body = method == "PATCH" ? [] : (JsonObject)Row(family, $"{method} {detail}").JsonBody!;
        body[property] = Another(before[property]);

        (await Detail(family, method, detail, id, body)).Decision.Should().Be("state/served");

        JsonNode after = (await Detail(family, "GET", detail, id)).Json!;
        after[property]!.ToJsonString().Should().Be(body[property]!.ToJsonString()).And.NotBe(before[property]?.ToJsonString());
        JsonNode row = (await List(family, list, items)).Single(i => i![key]!.ToString() == id)!;
        (row[property] is null || row[property]!.ToJsonString() == body[property]!.ToJsonString()).Should().BeTrue("the list agrees with the detail");
    }

    [TestCaseSource(nameof(Creations))]
    public async Task What_is_created_is_listed_and_shown(string family, string create, string key, string list, string items, string detail, string property)
    {
        int before = (await List(family, list, items)).Count;
        OperationRow row = Row(family, create);
        JsonNode body = row.JsonBody!;
        if (property.Length > 0)
        {
            body[property] = "Made by hand";
        }

        PortalAnswer made = await Send(row, row.ExamplePath, body);

        made.Status.Should().BeInRange(200, 202);
        string id = made.Json![key]!.ToString();
        JsonArray after = await List(family, list, items);
        after.Should().HaveCount(before + 1).And.ContainSingle(i => i![key]!.ToString() == id);
        if (detail.Length > 0)
        {
            PortalAnswer shown = await Detail(family, "GET", detail, id);
            shown.Status.Should().Be(200);
            shown.Json![key]!.ToString().Should().Be(id);
            (property.Length == 0 || shown.Json[property]!.ToString() == "Made by hand").Should().BeTrue();
        }
    }

    [TestCaseSource(nameof(Deletions))]
    public async Task What_is_deleted_is_gone_from_the_list_and_from_every_detail(string family, string list, string items, string key, string detail)
    {
        JsonArray before = await List(family, list, items);
        string id = before[^1]![key]!.ToString();

        (await Detail(family, "DELETE", detail, id)).Decision.Should().Be("state/served");

        (await List(family, list, items)).Should().HaveCount(before.Count - 1).And.NotContain(i => i![key]!.ToString() == id);
        if (_rows.Any(r => r.Family == family && r.Name == $"GET {detail}"))
        {
            (await Detail(family, "GET", detail, id)).Decision.Should().Be("state/no-such-object");
        }
    }

    [Test]
    public async Task A_user_deleted_in_one_portal_is_gone_from_the_others()
    {
        string id = (await List("entra-iam", "POST /api/Users", "items"))[^1]!["objectId"]!.ToString();
        (await List("defender", "GET /apiproxy/msgraph/v1.0/users", "value")).Should().Contain(u => u!["id"]!.ToString() == id);

        await Detail("entra-iam", "DELETE", "/api/Users/{userId}", id);

        (await List("defender", "GET /apiproxy/msgraph/v1.0/users", "value")).Should().NotContain(u => u!["id"]!.ToString() == id);
        (await List("m365-admin", "POST /admin/api/Users/ListUsers", "Users")).Should().NotContain(u => u!["ObjectId"]!.ToString() == id);
    }

    private static JsonValue Another(JsonNode? value) => value?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
        System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
        System.Text.Json.JsonValueKind.Number => JsonValue.Create((int)value! == 1 ? 2 : 1),
        _ => JsonValue.Create("Changed by hand"),
    };

    private OperationRow Row(string family, string name) => _rows.First(r => r.Family == family && r.Name == name);

    private async Task<JsonArray> List(string family, string list, string items)
    {
        OperationRow row = Row(family, list);
        PortalAnswer answer = await Send(row, row.ExamplePath, row.JsonBody);
        answer.Status.Should().Be(200, answer.ToString());
        return (JsonArray)(items.Length == 0 ? answer.Json! : answer.Json![items]!);
    }

    // The example's own parents, and another id at the end.
    private Task<PortalAnswer> Detail(string family, string method, string detail, string id, JsonNode? body = null)
    {
        OperationRow row = Row(family, $"{method} {detail}");
        OperationRow list = _rows.FirstOrDefault(r => r.Family == family && r.Method == "GET" && r.Path == detail[..detail.LastIndexOf('/')] && r.Path.Contains('{', StringComparison.Ordinal)) ?? row;
        string parents = ReferenceEquals(list, row) ? row.ExamplePath[..(row.ExamplePath.LastIndexOf('/') + 1)] : list.ExamplePath + "/";
        string last = detail[(detail.LastIndexOf('/') + 1)..];
        return Send(row, parents + last[..last.IndexOf('{', StringComparison.Ordinal)] + id + last[(last.IndexOf('}', StringComparison.Ordinal) + 1)..], body);
    }

    private async Task<PortalAnswer> Send(OperationRow row, string path, JsonNode? body)
    {
        PortalSession session = await _server.SessionFor(row.Family, row.Method, row.Host, path);
        IEnumerable<string> query = session.Query.Concat(row.Query).DistinctBy(q => q.Key).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}");
        return await _server.Call(row.Method, $"{row.Host}{path}?{string.Join('&', query)}", session, request =>
        {
            if (body is not null)
            {
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(row.ContentType ?? "application/json");
            }
        });
    }
}
