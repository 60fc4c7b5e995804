using System.Text;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Contracts.Tenants;
using Harness.Identity.Keys;
using Harness.Identity.Tokens;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Roles;

internal sealed class RoleTests
{
    private string _data = "";
    private RunningServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await RunningServer.Start(o =>
    {
        _data = o.Data!;
        return o;
    });

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCaseSource(nameof(Families))]
    public async Task Somebody_without_a_role_is_refused_in_the_familys_shape_and_a_global_administrator_is_not(string family)
    {
        PortalAnswer[] refused = [];
        foreach (JsonNode? operation in (JsonArray)(await _server.Control($"operations?family={family}"))["operations"]!)
        {
            PortalAnswer answer = await Call(family, operation!, "no-roles");
            if (answer.Decision == "access/role-missing")
            {
                refused = [answer, await Call(family, operation!, "guest"), await Call(family, operation!, "global-admin")];
                break;
            }
        }

        refused.Should().HaveCount(3, "the family has gates");
        refused[0].Status.Should().BeOneOf(403, 401);
        refused[1].Decision.Should().Be("access/role-missing");
        refused[2].Decision.Should().NotBe("access/role-missing");
    }

    [Test]
    public async Task A_global_administrator_passes_every_operation()
    {
        foreach (string family in new[] { "defender", "entra-iam", "power-platform-api" })
        {
            foreach (JsonNode? operation in (JsonArray)(await _server.Control($"operations?family={family}"))["operations"]!)
            {
                (await Call(family, operation!, "global-admin")).Decision.Should().NotBe("access/role-missing", (string)operation!["path"]!);
            }
        }
    }

    [TestCase("defender", "GET", "/apiproxy/mtp/suppressionRulesService/suppressionRules", "security-reader", true)]
    [TestCase("defender", "POST", "/apiproxy/mtp/huntingService/queryExecutor", "security-reader", true)]
    [TestCase("defender", "PATCH", "/apiproxy/mtp/machineTag/machineTag", "security-reader", false)]
    [TestCase("defender", "POST", "/apiproxy/mtp/incidentQueue/incidents/update", "security-reader", false)]
    [TestCase("defender", "GET", "/apiproxy/mtp/suppressionRulesService/suppressionRules", "exchange-admin", false)]
    [TestCase("defender", "GET", "/apiproxy/mtoapi/tenants/TenantPicker", "guest", true)]
    [TestCase("exchange", "POST", "/beta/UserPreference", "exchange-admin", true)]
    [TestCase("exchange", "POST", "/beta/UserPreference", "security-reader", false)]
    [TestCase("exchange-admin-api", "POST", "/adminapi/v2.0/{tenantId}/Mailbox", "exchange-admin", true)]
    [TestCase("exchange-admin-api", "POST", "/adminapi/v2.0/{tenantId}/Mailbox", "no-roles", false)]
    [TestCase("entra-iam", "GET", "/api/Directories/Properties", "security-reader", true)]
    [TestCase("entra-iam", "PUT", "/api/Directories/Properties", "security-reader", false)]
    [TestCase("entra-iam", "PUT", "/api/Directories/Properties", "global-admin", true)]
    [TestCase("purview-portal", "POST", "/api/auth/IsInRoles", "no-roles", true)]
    [TestCase("sharepoint-admin", "POST", "/_api/contextinfo", "no-roles", true)]
    [TestCase("power-platform-api", "POST", "/authorization/roleAssignments", "service-principal", false)]
    [TestCase("o365-management", "POST", "/api/v1.0/{tenantId}/activity/feed/subscriptions/start", "service-principal", true)]
    public async Task A_role_opens_what_it_is_for(string family, string method, string path, string persona, bool passes)
    {
        JsonNode operation = await Operation(family, method, path);

        PortalAnswer answer = await Call(family, operation, persona);

        if (passes)
        {
            answer.Decision.Should().NotStartWith("access/");
        }
        else
        {
            answer.Decision.Should().Be("access/role-missing");
        }
    }

    [Test]
    public async Task The_journal_names_the_roles_that_would_do()
    {
        PortalAnswer answer = await Call("exchange", await Operation("exchange", "POST", "/beta/UserPreference"), "security-reader");

        JsonNode decision = (await _server.Control($"exchanges/{answer.Headers["x-harness-exchange"]}"))["decision"]!;
        ((string)decision["because"]!).Should().Contain("Security Reader").And.Contain("Exchange Administrator");
        ((string)decision["evidence"]!).Should().Be("inferred");
    }

    [Test]
    public async Task An_application_with_permissions_and_without_a_role_is_refused_with_bytes_that_no_parser_takes()
    {
        Tenant tenant = TenantCatalog.Load(Repository.Tenants, new List<ContractProblem>()).All.First(t => t.Profile == "contoso-e5");
        AppRegistration app = tenant.Apps.First(a => a.Traits.Contains("no-rbac-role"));
        var issuer = new TokenIssuer(new Lazy<SigningKey>(() => SigningKey.Open(new KeyFolder(_data))), TimeProvider.System);
        string token = issuer.Issue(new TokenRequest(
            tenant, "https://outlook.office365.com", app.ClientId, null, [], ["Exchange.ManageAsAppV2"], TimeSpan.FromHours(1)));

        PortalAnswer answer = await _server.Call("POST", $"outlook.office365.com/adminapi/v2.0/{tenant.Id}/Mailbox", null, request =>
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        });

        answer.Status.Should().Be(403);
        answer.Decision.Should().Be("access/role-missing");
        answer.Bytes.Should().OnlyContain(b => b == 0).And.NotBeEmpty();
    }

    [Test]
    public async Task With_the_access_gate_off_no_role_is_asked_for()
    {
        await using RunningServer open = await RunningServer.Start(o => o with { Access = false, Families = ["defender"] });
        PortalSession session = await open.Session("defender", new { persona = "no-roles" });

        PortalAnswer answer = await open.Call("GET", "security.microsoft.com/apiproxy/mtp/suppressionRulesService/suppressionRules", session);

        answer.Status.Should().Be(200);
    }

    [Test]
    public void Every_family_asks_for_roles_and_every_gate_says_how_sure_we_are()
    {
        CompiledContracts contracts = Load();

        contracts.Problems.Should().BeEmpty();
        contracts.Families.Should().OnlyContain(f => f.Roles.Count > 0);
        contracts.Families.SelectMany(f => f.Roles).Should().OnlyContain(g => g.Source.Length > 0 && g.AnyOf.Count > 0);
    }

    private static IEnumerable<string> Families() => Load().Families.Select(f => f.Id);

    private static CompiledContracts Load() => ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true });

    private async Task<JsonNode> Operation(string family, string method, string path) =>
        ((JsonArray)(await _server.Control($"operations?family={family}&method={method}"))["operations"]!)
            .First(o => string.Equals((string)o!["path"]!, path, StringComparison.OrdinalIgnoreCase))!;

    private async Task<PortalAnswer> Call(string family, JsonNode operation, string persona)
    {
        JsonNode example = operation["example"]!;
        string method = (string)operation["method"]!;
        string host = (string)example["host"]!;
        string path = (string)example["path"]!;
        PortalSession session = await _server.Session(family, new { persona, @for = new { method, host, path } });
        IEnumerable<string> query = ((JsonObject)example["query"]!).Select(q => KeyValuePair.Create(q.Key, (string)q.Value!))
            .Concat(session.Query).DistinctBy(q => q.Key, StringComparer.OrdinalIgnoreCase)
            .Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}");
        return await _server.Call(method, $"{host}{path}?{string.Join('&', query)}", session, request =>
        {
            if (example["body"] is { } body)
            {
                request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            }
        });
    }
}
