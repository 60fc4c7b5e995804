using System.Text.Json;
using Harness.Contracts.Tenants;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>Codes, refresh tokens, passwords and on-behalf-of.</summary>
internal sealed class UserGrantTests : EntraTests
{
    [Test]
    public async Task A_code_and_its_verifier_give_all_three_tokens()
    {
        PortalAnswer answer = await Entra.Redeem(await Entra.Code(more: ("nonce", "n-7")));

        answer.Status.Should().Be(200, answer.Text);
        JsonElement access = EntraServer.Claims(EntraServer.Text(answer, "access_token"));
        access.GetProperty("scp").GetString().Should().Contain("User.Read");
        access.GetProperty("upn").GetString().Should().Be(Contoso.Admin.Upn);
        access.GetProperty("sub").GetString().Should().NotBe(access.GetProperty("oid").GetString());
        access.GetProperty("amr")[0].GetString().Should().Be("pwd");
        JsonElement id = EntraServer.Claims(EntraServer.Text(answer, "id_token"));
        id.GetProperty("aud").GetString().Should().Be(Contoso.Desk.Key());
        id.GetProperty("nonce").GetString().Should().Be("n-7");
        id.GetProperty("preferred_username").GetString().Should().Be(Contoso.Admin.Upn);
        EntraServer.Text(answer, "refresh_token").Should().NotBeEmpty();
        EntraServer.Text(answer, "scope").Should().Contain($"{EntraServer.Graph}/User.Read").And.NotContain("offline_access");
    }

    [Test]
    public async Task A_wrong_verifier_does_not_use_the_code_up()
    {
        string code = await Entra.Code();

        PortalAnswer wrong = await Entra.Redeem(code, more: ("code_verifier", new string('x', 43)));
        PortalAnswer right = await Entra.Redeem(code);
        PortalAnswer again = await Entra.Redeem(code);

        Code(wrong).Should().Be(501481);
        right.Status.Should().Be(200);
        Code(again).Should().Be(54005);
    }

    [Test]
    public async Task A_plain_challenge_is_its_own_verifier()
    {
        string code = await Entra.Code(more: [("code_challenge", EntraServer.Verifier), ("code_challenge_method", "plain")]);

        (await Entra.Redeem(code)).Status.Should().Be(200);
    }

    [Test]
    public async Task No_refresh_token_without_offline_access_and_no_id_token_without_openid()
    {
        PortalAnswer answer = await Entra.Redeem(await Entra.Code($"{EntraServer.Graph}/User.Read"));

        answer.Json!["refresh_token"].Should().BeNull();
        answer.Json["id_token"].Should().BeNull();
    }

    [Test]
    public async Task A_refresh_token_is_good_once_and_a_used_one_ends_its_whole_line()
    {
        string first = EntraServer.Text(await Entra.Redeem(await Entra.Code()), "refresh_token");
        string other = EntraServer.Text(await Entra.Redeem(await Entra.Code()), "refresh_token");

        string second = EntraServer.Text(await Entra.Refresh(first), "refresh_token");
        string third = EntraServer.Text(await Entra.Refresh(second), "refresh_token");
        PortalAnswer reused = await Entra.Refresh(first);

        Code(reused).Should().Be(50173);
        Code(await Entra.Refresh(third)).Should().Be(50173, "somebody has stolen one of the line");
        (await Entra.Refresh(other)).Status.Should().Be(200, "another sign-in is none of its business");
    }

    [Test]
    public async Task A_refresh_token_gives_a_token_for_another_resource()
    {
        string refresh = EntraServer.Text(await Entra.Redeem(await Entra.Code()), "refresh_token");

        PortalAnswer answer = await Entra.Refresh(refresh, more: ("scope", $"{EntraServer.Manage}/.default"));

        EntraServer.Claims(EntraServer.Text(answer, "access_token")).GetProperty("aud").GetString().Should().Be(EntraServer.Manage);
        EntraServer.Text(answer, "scope").Should().EndWith($"{EntraServer.Manage}/.default");
    }

    [Test]
    public async Task A_reset_ends_refresh_tokens_codes_and_access_tokens()
    {
        string code = await Entra.Code();
        string scope = $"{EntraServer.Manage}/.default offline_access";
        PortalAnswer tokens = await Entra.Password(Contoso.Admin, scope);

        await Entra.Server.Control(HttpMethod.Post, "reset");

        Code(await Entra.Redeem(code)).Should().Be(50173);
        Code(await Entra.Refresh(EntraServer.Text(tokens, "refresh_token"))).Should().Be(50173);
        PortalAnswer call = await Entra.Server.Call(
            "GET", $"manage.office.com/api/v1.0/{Contoso.Id}/activity/feed/subscriptions/list", null, r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {EntraServer.Text(tokens, "access_token")}"));
        call.Status.Should().Be(401);
        (await Entra.Password(Contoso.Admin, scope)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_v1_code_answers_in_text_with_everything()
    {
        string path = $"{Contoso.Id}/oauth2/authorize?client_id={Contoso.Desk.Key()}&response_type=code&redirect_uri={Uri.EscapeDataString(EntraServer.Redirect)}&resource={Uri.EscapeDataString(EntraServer.Manage)}";
        string code = EntraServer.Parameter(await Entra.SignIn(path, Contoso.Admin), "code");

        PortalAnswer answer = await Entra.Post(
            $"{Contoso.Id}/oauth2/token", ("grant_type", "authorization_code"), ("client_id", Contoso.Desk.Key()), ("code", code), ("redirect_uri", EntraServer.Redirect), ("resource", EntraServer.Manage));

        answer.Status.Should().Be(200, answer.Text);
        ((System.Text.Json.Nodes.JsonObject)answer.Json!).Select(m => m.Key).Should().BeEquivalentTo(
            "token_type", "scope", "expires_in", "ext_expires_in", "expires_on", "not_before", "resource", "access_token", "refresh_token", "id_token");
        EntraServer.Text(answer, "expires_in").Should().Be("3599");
        EntraServer.Claims(EntraServer.Text(answer, "id_token")).GetProperty("ver").GetString().Should().Be("1.0");
    }

    [Test]
    public async Task A_client_that_copes_with_revocation_gets_a_token_for_a_day()
    {
        PortalAnswer answer = await Entra.Password(Contoso.Admin, more: ("claims", """{"access_token":{"xms_cc":{"values":["cp1"]}}}"""));

        ((int)answer.Json!["expires_in"]!).Should().Be(86399);
        EntraServer.Claims(EntraServer.Text(answer, "access_token")).GetProperty("xms_cc")[0].GetString().Should().Be("cp1");
    }

    [Test]
    public async Task An_api_exchanges_its_callers_token_for_the_next_apis()
    {
        string incoming = EntraServer.Text(await Entra.Password(Contoso.Reader, $"api://{Contoso.Orders.Key()}/access_as_user"), "access_token");

        PortalAnswer answer = await Exchange(incoming);

        answer.Status.Should().Be(200, answer.Text);
        JsonElement claims = EntraServer.Claims(EntraServer.Text(answer, "access_token"));
        claims.GetProperty("aud").GetString().Should().Be(EntraServer.Manage);
        claims.GetProperty("upn").GetString().Should().Be(Contoso.Reader.Upn);
        claims.GetProperty("appid").GetString().Should().Be(Contoso.Orders.Key());
        ((int)answer.Json!["ext_expires_in"]!).Should().Be(0);
    }

    [Test]
    public async Task A_user_with_a_policy_is_asked_for_more_even_behind_an_api()
    {
        Persona persona = Contoso.Persona("mfa-required");
        PortalAnswer page = await Entra.SignIn(EntraServer.AuthorizePath(Contoso.Desk, $"api://{Contoso.Orders.Key()}/access_as_user"), persona);
        string code = EntraServer.Parameter(await Entra.Submit(page, ("mfa", "1")), "code");
        string incoming = EntraServer.Text(await Entra.Redeem(code), "access_token");

        PortalAnswer answer = await Exchange(incoming);

        Code(answer).Should().Be(50076);
        EntraServer.Text(answer, "claims").Should().Contain("capolids");
    }

    [Test]
    public async Task On_organizations_the_domain_of_the_name_says_whose_user_it_is()
    {
        Persona persona = Contoso.Fabrikam.Personas[0];

        PortalAnswer answer = await Entra.Post(
            "organizations/oauth2/v2.0/token", ("grant_type", "password"), ("client_id", Contoso.AzureCli.Key()), ("username", persona.Upn), ("password", persona.Password), ("scope", $"{EntraServer.Graph}/.default"));

        EntraServer.Claims(EntraServer.Text(answer, "access_token")).GetProperty("tid").GetString().Should().Be(Contoso.Fabrikam.Id.ToString("D"));
    }

    private Task<PortalAnswer> Exchange(string assertion) => Entra.Token(
        ("grant_type", EntraServer.OnBehalfOf),
        ("client_id", Contoso.Orders.Key()),
        ("client_secret", Contoso.Orders.Secret!),
        ("assertion", assertion),
        ("requested_token_use", "on_behalf_of"),
        ("scope", $"{EntraServer.Manage}/ActivityFeed.Read"));

    private static int Code(PortalAnswer answer) => (int)(answer.Json!["error_codes"]?[0] ?? throw new AssertionException($"no error in {answer.Text}"));
}
