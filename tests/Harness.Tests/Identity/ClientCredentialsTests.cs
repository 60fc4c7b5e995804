using System.Text;
using System.Text.Json;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

internal sealed class ClientCredentialsTests : EntraTests
{
    [Test]
    public async Task A_v2_answer_has_numbers_and_nothing_for_a_user()
    {
        PortalAnswer answer = await Entra.AppToken(Contoso.Daemon, $"{EntraServer.Manage}/.default");

        answer.Status.Should().Be(200);
        ((System.Text.Json.Nodes.JsonObject)answer.Json!).Select(m => m.Key).Should().Equal("token_type", "expires_in", "ext_expires_in", "access_token");
        ((int)answer.Json!["expires_in"]!).Should().Be(3599);
    }

    [Test]
    public async Task A_v1_answer_has_its_numbers_as_text()
    {
        PortalAnswer answer = await Entra.Post(
            $"{Contoso.Tenant.Domains[0]}/oauth2/token", ("grant_type", "client_credentials"), ("client_id", Contoso.Daemon.Key()), ("client_secret", Contoso.Daemon.Secret!), ("resource", EntraServer.Manage));

        answer.Json!["expires_in"]!.GetValueKind().Should().Be(JsonValueKind.String);
        long on = long.Parse(EntraServer.Text(answer, "expires_on"));
        (on - long.Parse(EntraServer.Text(answer, "not_before"))).Should().Be(3900);
        EntraServer.Text(answer, "resource").Should().Be(EntraServer.Manage);
    }

    [Test]
    public async Task The_token_is_a_v1_one_of_the_resource_and_says_that_it_is_fake()
    {
        JsonElement claims = EntraServer.Claims(EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"{EntraServer.Manage}/.default"), "access_token"));

        claims.GetProperty("aud").GetString().Should().Be(EntraServer.Manage);
        claims.GetProperty("iss").GetString().Should().Be($"https://sts.windows.net/{Contoso.Id}/");
        claims.GetProperty("ver").GetString().Should().Be("1.0");
        claims.GetProperty("appid").GetString().Should().Be(Contoso.Daemon.Key());
        claims.GetProperty("appidacr").GetString().Should().Be("1");
        claims.GetProperty("oid").GetString().Should().Be(claims.GetProperty("sub").GetString());
        claims.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Should().BeEquivalentTo("ActivityFeed.Read", "ActivityFeed.ReadDlp", "ServiceHealth.Read");
        claims.GetProperty("harness_fake").GetBoolean().Should().BeTrue();
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("nbf").GetInt64()).Should().Be(3900);
        foreach (string absent in new[] { "scp", "upn", "name", "amr" })
        {
            claims.TryGetProperty(absent, out _).Should().BeFalse(absent);
        }
    }

    [Test]
    public async Task An_app_without_roles_gets_a_token_without_roles()
    {
        PortalAnswer answer = await Entra.AppToken(Contoso.Unapproved, $"{EntraServer.Manage}/.default");

        EntraServer.Claims(EntraServer.Text(answer, "access_token")).TryGetProperty("roles", out _).Should().BeFalse();
    }

    [Test]
    public async Task A_resource_of_the_tenants_own_gets_v2_tokens_for_its_client_id()
    {
        JsonElement claims = EntraServer.Claims(EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"api://{Contoso.Orders.Key()}/.default"), "access_token"));

        claims.GetProperty("aud").GetString().Should().Be(Contoso.Orders.Key());
        claims.GetProperty("iss").GetString().Should().Be($"https://login.microsoftonline.com/{Contoso.Id}/v2.0");
        claims.GetProperty("azp").GetString().Should().Be(Contoso.Daemon.Key());
        claims.GetProperty("ver").GetString().Should().Be("2.0");
    }

    [Test]
    public async Task Id_and_secret_may_come_with_http_basic()
    {
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Contoso.Daemon.Key()}:{Uri.EscapeDataString(Contoso.Daemon.Secret!)}"));

        PortalAnswer answer = await Entra.PostWith(
            $"{Contoso.Id}/oauth2/v2.0/token",
            r => r.Headers.TryAddWithoutValidation("Authorization", $"Basic {basic}"),
            ("grant_type", "client_credentials"),
            ("scope", $"{EntraServer.Graph}/.default"));

        answer.Status.Should().Be(200, answer.Text);
    }

    [TestCase("PS256", true, "https://login.microsoftonline.com/{tid}/oauth2/v2.0/token", false)]
    [TestCase("RS256", false, "https://login.windows.net/{tid}/oauth2/token", false)]
    [TestCase("RS256", true, "https://login.microsoftonline.com/{domain}/oauth2/v2.0/token", true)]
    [TestCase("PS256", false, "https://sts.windows.net/{tid}/", true)]
    [TestCase("PS256", true, "https://login.microsoftonline.com/{tid}/v2.0", false)]
    public async Task An_assertion_is_taken_with_either_algorithm_thumbprint_host_and_path(string algorithm, bool sha256, string audience, bool timesAsText)
    {
        string aud = audience.Replace("{tid}", Contoso.Id, StringComparison.Ordinal).Replace("{domain}", Contoso.Tenant.Domains[1], StringComparison.Ordinal);

        PortalAnswer answer = await Entra.Token(
            ("grant_type", "client_credentials"),
            ("client_id", Contoso.CertificateApp.Key()),
            ("client_assertion_type", Assertions.Type),
            ("client_assertion", Assertions.Sign(Contoso.CertificateApp, aud, algorithm, sha256, timesAsText: timesAsText)),
            ("scope", $"{EntraServer.Manage}/.default"));

        answer.Status.Should().Be(200, answer.Text);
        EntraServer.Claims(EntraServer.Text(answer, "access_token")).GetProperty("appidacr").GetString().Should().Be("2");
    }

    [Test]
    public async Task An_assertion_dated_by_the_real_clock_is_taken_after_the_virtual_one_was_moved()
    {
        await Entra.Advance("P3D");

        PortalAnswer answer = await Entra.Token(
            ("grant_type", "client_credentials"),
            ("client_id", Contoso.CertificateApp.Key()),
            ("client_assertion_type", Assertions.Type),
            ("client_assertion", Assertions.Sign(Contoso.CertificateApp, $"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token")),
            ("scope", $"{EntraServer.Manage}/.default"));

        await Entra.Server.Control(HttpMethod.Post, "reset");
        answer.Status.Should().Be(200, answer.Text);
    }

    [Test]
    public async Task The_families_take_the_token_that_is_for_them_and_no_other()
    {
        string right = EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"{EntraServer.Manage}/.default"), "access_token");
        string wrong = EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"{EntraServer.Graph}/.default"), "access_token");
        string roleless = EntraServer.Text(await Entra.AppToken(Contoso.Unapproved, $"{EntraServer.Manage}/.default"), "access_token");
        string call = $"manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/subscriptions/list";

        (await Call(right)).Status.Should().Be(200);
        (await Call(wrong)).Decision.Should().Be("access/token-wrong-audience");
        (await Call(roleless)).Decision.Should().Be("access/role-missing");
        await Entra.Advance("PT2H");
        PortalAnswer late = await Call(right);
        await Entra.Server.Control(HttpMethod.Post, "reset");
        late.Decision.Should().Be("access/token-expired");

        Task<PortalAnswer> Call(string token) => Entra.Server.Call("GET", call, null, r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"));
    }
}
