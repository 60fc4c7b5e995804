using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Tests.Identity;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class RoleAssignmentsQuirkTests
{
    private const string Root = "api.powerplatform.com";
    private const string Version = "api-version=2024-10-01";
    private const string Reader = "c886ad2e-27f7-4874-8381-5849b8d8a090";
    private const string Contributor = "ff954d61-a89a-4fbe-ace9-01c367b89f87";
    private const string Owner = "0cb07c69-1631-4725-ab35-e59e001c51ea";
    private const string RbacAdministrator = "95e94555-018c-447b-8691-bdac8e12211e";
    private const string Environments = $"{Root}/environmentmanagement/environments";

    private static readonly AppRegistration Roleless = Contoso.App("Contoso Roleless Automation");
    private static readonly string Tenant = $"/tenants/{Contoso.Id}";

    private EntraServer _entra = null!;
    private ApiCaller _admin = null!;
    private ApiCaller _app = null!;
    private string _principal = "";

    [OneTimeSetUp]
    public async Task Start() => _entra = await EntraServer.Start(o => o with { Families = ["power-platform-api"] });

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _admin = await Person("global-admin");
        string token = EntraServer.Text(await _entra.AppToken(Roleless, $"https://{Root}/.default"), "access_token");
        _app = new ApiCaller(_entra.Server, token);
        _principal = EntraServer.Claims(token).GetProperty("oid").GetString()!;
    }

    [Test]
    public async Task A_service_principal_is_refused_until_somebody_gives_it_a_role_and_again_when_it_is_taken_away()
    {
        PortalAnswer before = await _app.Get($"{Environments}?{Version}");
        PortalAnswer given = await Assign(_admin, Reader, Tenant);
        PortalAnswer after = await _app.Get($"{Environments}?{Version}");
        string id = given.Json.Text("value/0/roleAssignmentId");
        PortalAnswer taken = await _admin.Send("DELETE", $"{Root}/authorization/roleAssignments/{id}?{Version}");
        PortalAnswer last = await _app.Get($"{Environments}?{Version}");

        before.Status.Should().Be(403);
        before.Text.Should().Contain($"service principal with id '{_principal}' for application {Roleless.Key()} does not have permission");
        before.Decision.Should().Be("access/role-missing");
        given.Status.Should().Be(201, given.Text);
        after.Status.Should().Be(200);
        after.Json.Text("value/0/properties/displayName").Should().NotBeEmpty();
        taken.Status.Should().Be(204);
        last.Status.Should().Be(403);
        (await _admin.Send("DELETE", $"{Root}/authorization/roleAssignments/{id}?{Version}")).Status.Should().Be(404);
    }

    [TestCase(Reader, true, false)]
    [TestCase(Contributor, true, false)]
    [TestCase(Owner, true, true)]
    [TestCase(RbacAdministrator, true, true)]
    public async Task A_role_opens_what_it_is_for(string role, bool reads, bool assigns)
    {
        await Assign(_admin, role, Tenant);

        (await _app.Get($"{Environments}?{Version}")).Status.Should().Be(reads ? 200 : 403);
        (await Assign(_app, Reader, Tenant)).Status.Should().Be(assigns ? 201 : 403);
    }

    [Test]
    public async Task A_role_for_one_environment_opens_that_one_alone()
    {
        string[] ids = [.. ((JsonArray)(await _admin.Get($"{Environments}?{Version}")).Json!["value"]!).Select(e => e.Text("id"))];
        await Assign(_admin, Reader, $"{Tenant}/environments/{ids[0]}");

        (await _app.Get($"{Environments}/{ids[0]}?{Version}")).Status.Should().Be(200);
        (await _app.Get($"{Environments}/{ids[1]}?{Version}")).Status.Should().Be(403);
        (await _app.Get($"{Environments}?{Version}")).Status.Should().Be(403);
        PortalAnswer listed = await _admin.Get($"{Root}/authorization/environments/{ids[0]}/roleAssignments?{Version}");
        listed.Json.Text("value/0/principalObjectId").Should().Be(_principal);
        ((JsonArray)(await _admin.Get($"{Root}/authorization/environments/{ids[1]}/roleAssignments?{Version}")).Json!["value"]!).Should().BeEmpty();
    }

    [Test]
    public async Task Somebody_without_a_directory_role_can_be_given_one_of_the_product()
    {
        ApiCaller nils = await Person("no-roles");
        (await nils.Get($"{Environments}?{Version}")).Text.Should().Contain("User does not have the required role");

        await Assign(_admin, Reader, Tenant, Contoso.Persona("no-roles").ObjectId.ToString(), "User");

        (await nils.Get($"{Environments}?{Version}")).Status.Should().Be(200);
    }

    [Test]
    public async Task The_list_shows_what_stands_and_a_reset_goes_back_to_the_start()
    {
        string[] start = await Listed();
        await Assign(_admin, Reader, Tenant);
        await Assign(_admin, Reader, Tenant);
        (await Listed()).Should().HaveCount(start.Length + 1, "giving twice is giving once");

        await _entra.Server.Control(HttpMethod.Post, "reset");
        _admin = await Person("global-admin");

        start.Should().NotBeEmpty();
        (await Listed()).Should().Equal(start);
    }

    [Test]
    public async Task The_four_roles_are_listed_with_their_public_ids() =>
        ((JsonArray)(await _admin.Get($"{Root}/authorization/roleDefinitions?{Version}")).Json!["value"]!).Select(r => r.Text("roleDefinitionId"))
            .Should().BeEquivalentTo(Reader, Contributor, Owner, RbacAdministrator);

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("{\"principalObjectId\":\"me\",\"principalType\":\"User\",\"roleDefinitionId\":\"c886ad2e-27f7-4874-8381-5849b8d8a090\",\"scope\":\"/tenants/1\"}")]
    [TestCase("{\"principalObjectId\":\"0a1b2c3d-0002-4000-8000-000000000001\",\"principalType\":\"Robot\",\"roleDefinitionId\":\"c886ad2e-27f7-4874-8381-5849b8d8a090\",\"scope\":\"/\"}")]
    [TestCase("{\"principalObjectId\":\"0a1b2c3d-0002-4000-8000-000000000001\",\"principalType\":\"User\",\"roleDefinitionId\":\"00000000-0000-0000-0000-000000000001\",\"scope\":\"/\"}")]
    [TestCase("{\"principalObjectId\":\"0a1b2c3d-0002-4000-8000-000000000001\",\"principalType\":\"User\",\"roleDefinitionId\":\"c886ad2e-27f7-4874-8381-5849b8d8a090\",\"scope\":\"/tenants/0a1b2c3d-0002-4000-8000-000000000001\"}")]
    public async Task A_broken_wish_is_refused_with_400(string body)
    {
        PortalAnswer answer = await _admin.Send("POST", $"{Root}/authorization/roleAssignments?{Version}", body);

        answer.Status.Should().Be(400);
        answer.Json.Text("error/code").Should().Be("BadRequest");
    }

    [TestCase("", "MissingApiVersionParameter")]
    [TestCase("?api-version=2031-01-01", "InvalidApiVersionParameter")]
    public async Task Every_call_needs_a_version_that_exists(string query, string code)
    {
        PortalAnswer answer = await _admin.Get(Environments + query);

        answer.Status.Should().Be(400);
        answer.Json.Text("error/code").Should().Be(code);
    }

    private Task<PortalAnswer> Assign(ApiCaller caller, string role, string scope, string? principal = null, string type = "ApplicationUser") =>
        caller.Send("POST", $"{Root}/authorization/roleAssignments?{Version}", JsonSerializer.Serialize(new { principalObjectId = principal ?? _principal, principalType = type, roleDefinitionId = role, scope }));

    private async Task<string[]> Listed() => [.. ((JsonArray)(await _admin.Get($"{Root}/authorization/roleAssignments?{Version}")).Json!["value"]!).Select(a => a.Text("roleAssignmentId"))];

    private async Task<ApiCaller> Person(string persona) =>
        new(_entra.Server, EntraServer.Text(await _entra.Password(Contoso.Persona(persona), $"https://{Root}/.default"), "access_token"));
}
