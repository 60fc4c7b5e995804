using System.Text.Json.Nodes;
using Harness.Tests.Identity;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

/// <summary>What single portals do that no other does, met over the wire with a session that is good.</summary>
internal sealed class FamilyRowTests
{
    private const string Autopatch = "services.autopatch.microsoft.com";
    private const string Pim = "api.azrbac.mspim.azure.com";

    private EntraServer _entra = null!;
    private IReadOnlyList<OperationRow> _rows = [];

    private RunningServer Server => _entra.Server;

    [OneTimeSetUp]
    public async Task Start()
    {
        _entra = await EntraServer.Start(o => o with { Contracts = SharedSpecs.NodocFolder is { } specs ? [specs] : [] });
        _rows = await Server.Operations();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset() => await Server.Control(HttpMethod.Post, "reset");

    [TestCase("", 200)]
    [TestCase("?$orderby=startDateTime%20desc", 200)]
    [TestCase("?$orderby=name", 422)]
    [TestCase("?$filter=state%20eq%20'x'", 422)]
    public async Task Virtual_visits_answer_only_the_shapes_of_their_dashboard(string query, int status)
    {
        SharedSpecs.RequireNodoc();

        OperationRow row = _rows.First(r => r.Path == "/api/v1/virtualvisits/aggregaterecords");
        (await Server.Call("teams", "GET", row.Host, row.ExamplePath + query)).Status.Should().Be(status);
    }

    [Test]
    public async Task Autopatch_knows_no_guessed_sort_key()
    {
        SharedSpecs.RequireNodoc();
        OperationRow row = _rows.First(r => r.Path == "/reporting/reports/v2/windowsFeatureUpdates/details");
        JsonNode body = row.JsonBody!;

        (await Server.Call(row, await Server.SessionFor(row))).Status.Should().Be(200);
        body["sortKey"] = "total";
        (await Server.Call("intune-autopatch", "POST", row.Host, row.PathAndQuery(), body: body.ToJsonString())).Status.Should().Be(422);
    }

    [Test]
    public async Task Autopatch_says_405_to_a_read_of_the_route_that_onboards()
    {
        PortalSession session = await Server.SessionFor("intune-autopatch", "POST", Autopatch, "/support/v1.0/Tenants/PreOnboardTenant");

        PortalAnswer answer = await Server.Call("GET", Autopatch + "/support/v1.0/Tenants/PreOnboardTenant", session);

        answer.Status.Should().Be(405);
        answer.Decision.Should().Be("match/method-not-allowed");
    }

    [Test]
    public async Task Autopatch_lists_role_assignments_of_one_role_only()
    {
        OperationRow row = _rows.First(r => r.Family == "intune-autopatch" && r.Name == "GET /access-control/odata/v1/RoleAssignments");
        PortalSession session = await Server.SessionFor(row);

        PortalAnswer bare = await Server.Call("GET", row.Host + row.ExamplePath, session);

        bare.Status.Should().Be(400);
        bare.Text.Should().Be("Please provide RoleId in $filter");
        (await Server.Call(row, session)).Status.Should().Be(200);
    }

    [Test]
    public async Task An_export_is_polled_until_it_has_an_address()
    {
        OperationRow start = _rows.First(r => r.Family == "intune-autopatch" && r.Path.EndsWith("/wqu/detailsExport", StringComparison.Ordinal));
        OperationRow status = _rows.First(r => r.Path == "/reporting/reports/v1/export/status/");
        string id = (await Server.Call(start, await Server.SessionFor(start))).Json.Text("trackingId");
        async Task<JsonNode> Poll() => (await Server.Call("intune-autopatch", "GET", status.Host, status.PathAndQuery(new Dictionary<string, string> { ["trackingId"] = id }))).Json!;

        JsonNode first = await Poll();
        await _entra.Advance("PT10S");
        JsonNode later = await Poll();

        ((string)first["status"]!).Should().Be("InProgress");
        first["exportedBlobSASUrl"].Should().BeNull();
        ((string?)later["exportedBlobSASUrl"]).Should().StartWith("https://");
    }

    [Test]
    public async Task Intune_judges_the_second_token_in_the_body()
    {
        OperationRow row = _rows.First(r => r.Path == "/api/Portal/GetEarlyUserData");
        JsonNode body = row.JsonBody!;
        PortalSession session = await Server.SessionFor(row);
        (await Server.Call(row, session)).Decision.Should().EndWith("/served");

        body["armAuthorizationHeader"] = session.Headers["Authorization"];
        PortalAnswer answer = await Server.Call("intune-portal", "POST", row.Host, row.ExamplePath, body: body.ToJsonString());

        answer.Status.Should().Be(401);
        answer.Decision.Should().Be("access/token-wrong-audience");
    }

    [Test]
    public async Task The_strongest_role_is_activated_only_after_the_claims_challenge_was_met()
    {
        OperationRow row = _rows.First(r => r.Family == "entra-pim" && r.Method == "POST" && r.Path.EndsWith("/roleAssignmentRequests", StringComparison.Ordinal));
        JsonNode body = row.JsonBody!;
        body["roleDefinitionId"] = "62e90394-69f5-4237-9190-012177145e10";

        PortalAnswer challenge = await Server.Call("entra-pim", "POST", Pim, row.ExamplePath, body: body.ToJsonString());
        challenge.Status.Should().Be(400);
        challenge.Decision.Should().Be("quirk/step-up-required");
        string claims = Uri.UnescapeDataString(challenge.Json.Text("error/message")["&claims=".Length..]);

        PortalAnswer page = await _entra.SignIn(EntraServer.AuthorizePath(
            Contoso.AzureCli, "https://management.azure.com/user_impersonation", "", ("redirect_uri", "http://localhost"), ("claims", claims)), Contoso.Admin);
        PortalAnswer redirect = page.Status == 302 ? page : await _entra.Submit(page, ("mfa", "1"));
        PortalAnswer token = await _entra.Redeem(EntraServer.Parameter(redirect, "code"), Contoso.AzureCli, ("redirect_uri", "http://localhost"), ("claims", claims));
        PortalSession session = await Server.SessionFor(row);
        session.Headers["Authorization"] = "Bearer " + EntraServer.Text(token, "access_token");

        (await Server.Call("POST", row.Host + row.ExamplePath, session, r => PortalCalls.Fill(r, body.ToJsonString()))).Status.Should().Be(201);
    }

    [Test]
    public async Task A_get_that_writes_says_so_in_the_journal()
    {
        PortalAnswer answer = await Server.Call(
            "entra-b2c", "GET", "main.b2cadmin.ext.azure.com", "/api/tenants/GetAndInitializeTenantPolicy?tenantId=contoso.onmicrosoft.com&skipInitialization=false");

        answer.Status.Should().Be(200);
        ((string)(await Server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}"))["decision"]!["because"]!).Should().StartWith("In a real tenant this would create the tenant policy");
    }

    [TestCase("POST /inventory/api/Onboarding/Onboard()", "AppsInventoryOnboarding", 422)]
    [TestCase("POST /inventory/api/Onboarding/Offboard", "OFFICESUBSCRIPTION", 422)]
    [TestCase("POST /inventory/api/Settings", "OFFICESUBSCRIPTION", 409)]
    public async Task The_inventory_answers_by_its_onboarding_state(string operation, string plan, int status)
    {
        OperationRow row = _rows.First(r => r.Family == "m365-apps-inventory" && r.Name == operation);
        PortalSession session = await Server.SessionFor(row);
        (await Server.Call(row, session)).Status.Should().BeInRange(200, 204);

        await Server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { plan } } });

        (await Server.Call(row, session)).Status.Should().Be(status);
    }
}
