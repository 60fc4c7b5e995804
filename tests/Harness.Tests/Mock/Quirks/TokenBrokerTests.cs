using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class TokenBrokerTests : ServerTests
{
    private const string Form = "application/x-www-form-urlencoded; charset=UTF-8";

    [TestCase("https://management.azure.com/", "entra-pim", "api.azrbac.mspim.azure.com", "/api/v2/privilegedAccess/aadroles/resources")]
    [TestCase("https://service.powerapps.com/", "power-platform", "api.bap.microsoft.com", "/providers/Microsoft.BusinessAppPlatform/environments")]
    [TestCase("https://clients.config.office.net", "m365-apps-services", "clients.config.office.net", "")]
    public async Task A_token_of_the_purview_portal_is_taken_by_its_audience_alone(string resource, string family, string host, string path)
    {
        string token = (await GetToken(resource)).Json.Text("Token");

        (await Server.WithToken(family, host, path.Length > 0 ? path : await AnyGet(family), token)).Decision.Should().NotStartWith("access/");
        (await Server.WithToken("security-copilot", "api.securitycopilot.microsoft.com", "/auth/userInfo", token)).Decision.Should().Be("access/token-wrong-audience");
        (await Server.WithToken("intune-autopatch", "services.autopatch.microsoft.com", await AnyGet("intune-autopatch"), token)).Decision.Should().Be("access/token-wrong-audience");
    }

    [Test]
    public async Task A_token_lives_the_seconds_that_are_left()
    {
        JsonNode answer = (await GetToken("https://service.powerapps.com/")).Json!;

        ((int)answer["NotAfter"]!).Should().Be(3599);
        await Server.Control(HttpMethod.Post, "clock", new { advance = "PT59M" });
        (await Environments(answer.Text("Token"))).Status.Should().Be(200);
        await Server.Control(HttpMethod.Post, "clock", new { advance = "PT1M" });
        (await Environments(answer.Text("Token"))).Decision.Should().Be("access/token-expired");
    }

    [Test]
    public async Task A_token_ends_with_the_session_that_asked_for_it()
    {
        string token = (await GetToken("https://service.powerapps.com/")).Json.Text("Token");
        await Server.Control(HttpMethod.Post, "reset");

        (await Environments(token)).Decision.Should().Be("access/token-malformed");
    }

    [TestCase("/api/Auth/getToken")]
    [TestCase("/api/Auth/getToken?resource=")]
    [TestCase("/api/Auth/getToken?resource=graph")]
    public async Task Without_a_resource_the_purview_portal_gives_no_token(string path)
    {
        PortalAnswer answer = await Server.Call("purview-portal", "GET", "purview.microsoft.com", path);

        answer.Status.Should().Be(400);
        answer.Bytes.Should().BeEmpty();
        answer.Decision.Should().Be("quirk/query-missing");
    }

    [Test]
    public async Task The_admin_center_takes_the_audience_as_a_nameless_form_field()
    {
        PortalAnswer answer = await Broker("=https://service.powerapps.com/");

        answer.Status.Should().Be(200);
        DateTimeOffset.Parse(answer.Json.Text("Expiry"), System.Globalization.CultureInfo.InvariantCulture).Should().BeAfter(DateTimeOffset.UnixEpoch);
        (await Environments(answer.Json.Text("AccessToken"))).Status.Should().Be(200);
        (await Broker("audience=https://service.powerapps.com/")).Decision.Should().Be("quirk/body-invalid");
    }

    [Test]
    public async Task Exchange_hands_out_the_token_of_the_policy_service()
    {
        string token = (await Server.Call("exchange", "GET", "admin.exchange.microsoft.com", "/beta/UserProfile/ExchangeAdminCenter.GetOCPSAccessToken()")).Json.Text("value");

        (await Server.WithToken("m365-apps-services", "clients.config.office.net", await AnyGet("m365-apps-services"), token)).Status.Should().Be(200);
    }

    private Task<PortalAnswer> GetToken(string resource) =>
        Server.Call("purview-portal", "GET", "purview.microsoft.com", "/api/Auth/getToken?resource=" + Uri.EscapeDataString(resource));

    private Task<PortalAnswer> Environments(string token) =>
        Server.WithToken("power-platform", "api.bap.microsoft.com", "/providers/Microsoft.BusinessAppPlatform/environments", token);

    private Task<PortalAnswer> Broker(string body) =>
        Server.Call("m365-admin", "POST", "admin.cloud.microsoft", "/admin/api/users/tokenWithExpiry", body: body, contentType: Form);

    private async Task<string> AnyGet(string family)
    {
        JsonNode example = (await Server.Control($"operations?family={family}&method=GET"))["operations"]![0]!["example"]!;
        string query = string.Join('&', ((JsonObject)example["query"]!).Select(q => $"{q.Key}={Uri.EscapeDataString((string)q.Value!)}"));
        return $"{(string)example["path"]!}?{query}";
    }
}
