using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Recordings;

internal sealed class PlaybackTests
{
    private const string Users = "security.microsoft.com/apiproxy/msgraph/v1.0/users";
    private const string First = "5d0a1b6e-4c1f-4b7e-9a3d-0c2f6e8b1a01";
    private const string Second = "5d0a1b6e-4c1f-4b7e-9a3d-0c2f6e8b1a02";
    private const string RecordedTenant = "77770000-aaaa-4bbb-8ccc-123456789abc";

    private TemporaryFolder _recordings = null!;
    private RunningServer _server = null!;
    private JsonArray _seeded = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _recordings = new TemporaryFolder()
            .With("defender/users.json", Recording("GET /apiproxy/msgraph/v1.0/users", "/apiproxy/msgraph/v1.0/users",
                $$"""{ "value": [ { "id": "{{First}}", "displayName": "User 1", "userPrincipalName": "u1@d7.example" }, { "id": "{{Second}}", "displayName": "User 2", "userPrincipalName": "u2@d7.example" } ] }"""))
            .With("defender/user.json", Recording("GET /apiproxy/msgraph/v1.0/users/{UserId}", $"/apiproxy/msgraph/v1.0/users/{Second}",
                $$"""{ "id": "{{Second}}", "displayName": "User 2", "mail": "u2@d7.example", "tenantId": "{{RecordedTenant}}", "note": "seen 2026-01-03T08:00:00Z by {{First.ToUpperInvariant()}}" }"""))
            .With("sharepoint-admin/sequence.json", $"[{Step("one", null, "two")},{Step("two", "two", "two")}]")
            .With("no-such-family/a.json", Recording("GET /a", "/a", "{}"));
        await using (RunningServer plain = await RunningServer.Start(o => o with { Seed = 7 }))
        {
            _seeded = (JsonArray)(await plain.Call("GET", Users, await plain.Session("defender"))).Json!["value"]!;
        }

        _server = await RunningServer.Start(o => o with { Seed = 7, Recordings = _recordings.Path, Clock = new DateTimeOffset(2026, 1, 11, 12, 0, 0, TimeSpan.Zero) });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _recordings.Dispose();
    }

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [Test]
    public async Task A_recorded_list_gives_out_the_ids_of_the_seeded_world()
    {
        PortalAnswer list = await _server.Call("GET", Users, await _server.Session("defender"));

        list.Decision.Should().Be("recording/served");
        Ids(list).Should().Equal(_seeded.Take(2).Select(u => (string)u!["id"]!));
        ((string)list.Json!["value"]![0]!["userPrincipalName"]!).Should().Be(await UpnOf(Ids(list)[0]));
        ((string)list.Json!["value"]![0]!["displayName"]!).Should().Be("User 1");
    }

    [Test]
    public async Task An_id_of_a_recorded_list_resolves_where_nothing_was_recorded()
    {
        PortalSession session = await _server.Session("defender");
        PortalAnswer list = await _server.Call("GET", Users, session);

        PortalAnswer detail = await _server.Call("GET", $"{Users}/{Ids(list)[0]}", session);

        detail.Status.Should().Be(200);
        detail.Decision.Should().Be("synthesis/served");
        ((string)detail.Json!["id"]!).Should().Be(Ids(list)[0]);
    }

    [Test]
    public async Task A_recorded_detail_is_found_by_the_id_that_the_list_gives_out()
    {
        string[] ids = [.. _seeded.Take(2).Select(u => (string)u!["id"]!)];

        PortalAnswer detail = await _server.Call("GET", $"{Users}/{ids[1]}", await _server.Session("defender"));

        detail.Decision.Should().Be("recording/served");
        ((string)detail.Json!["id"]!).Should().Be(ids[1]);
        ((string)detail.Json!["mail"]!).Should().Be(await UpnOf(ids[1]));
        ((string)detail.Json!["note"]!).Should().Be($"seen 2026-01-13T08:00:00Z by {ids[0]}");
    }

    [Test]
    public async Task The_recorded_tenant_becomes_the_tenant_in_force()
    {
        string path = $"{Users}/{(string)_seeded[1]!["id"]!}";
        JsonNode tenant = await _server.Control("tenant");

        PortalAnswer detail = await _server.Call("GET", path, await _server.Session("defender"));

        ((string)detail.Json!["tenantId"]!).Should().Be((string)tenant["tenantId"]!).And.NotBe(RecordedTenant);
    }

    [Test]
    public async Task A_later_day_moves_recorded_dates_along()
    {
        await _server.Control(HttpMethod.Post, "clock", new { advance = "P3D" });

        PortalAnswer detail = await _server.Call("GET", $"{Users}/{(string)_seeded[1]!["id"]!}", await _server.Session("defender"));

        ((string)detail.Json!["note"]!).Should().StartWith("seen 2026-01-16T08:00:00Z");
    }

    [Test]
    public async Task Several_replies_to_one_request_come_in_the_order_in_which_they_were_recorded()
    {
        PortalSession session = await _server.Session("sharepoint-admin");
        string url = "contoso-admin.sharepoint.com/_api/TenantAdminEndpoints";

        string[] steps = [(await Step(url, session)), (await Step(url, session)), (await Step(url, session))];
        await _server.Control(HttpMethod.Post, "reset");

        steps.Should().Equal("one", "two", "two");
        (await Step(url, await _server.Session("sharepoint-admin"))).Should().Be("one");
    }

    [Test]
    public async Task Who_is_not_let_in_gets_no_recording()
    {
        PortalAnswer answer = await _server.Call("GET", Users);

        answer.Decision.Should().StartWith("access/");
        answer.Text.Should().NotContain("User 1");
    }

    [Test]
    public void A_folder_named_like_no_family_is_reported() =>
        _server.Server.Problems.Should().ContainSingle(p => p.What.Contains("no-such-family", StringComparison.Ordinal));

    [Test]
    public async Task A_folder_that_does_not_exist_is_named()
    {
        Func<Task> start = async () => await (await RunningServer.Start(o => o with { Recordings = "/no/such/folder" })).DisposeAsync();

        (await start.Should().ThrowAsync<HarnessException>()).WithMessage("*'/no/such/folder'*");
    }

    private static string[] Ids(PortalAnswer list) => [.. ((JsonArray)list.Json!["value"]!).Select(u => (string)u!["id"]!)];

    // Another family's word on the same person.
    private async Task<string> UpnOf(string id) =>
        (string)(await _server.Call("GET", $"main.iam.ad.ext.azure.com/api/Users/{id}", await _server.Session("entra-iam"))).Json!["userPrincipalName"]!;

    private async Task<string> Step(string url, PortalSession session) => (string)(await _server.Call("GET", url, session)).Json!["step"]!;

    private static string Recording(string operation, string path, string body) =>
        $$"""
        { "Title": "{{operation}}", "Request": { "Path": "{{path}}", "Methods": ["GET"] },
          "Response": { "StatusCode": 200, "Headers": { "Content-Type": "application/json" }, "BodyAsJson": {{body}} },
          "Data": { "recording": { "family": "defender", "operation": "{{operation}}", "host": "security.microsoft.com", "path": "{{path}}", "recordedAt": "2026-01-01T09:00:00Z", "sanitizer": "1" } } }
        """;

    private static string Step(string name, string? state, string next) =>
        $$"""
        { "Title": "step {{name}}", "Scenario": "endpoints", {{(state is null ? "" : $"\"WhenStateIs\": \"{state}\",")}} "SetStateTo": "{{next}}",
          "Request": { "Path": "/_api/TenantAdminEndpoints", "Methods": ["GET"] }, "Response": { "BodyAsJson": { "step": "{{name}}" } } }
        """;
}
