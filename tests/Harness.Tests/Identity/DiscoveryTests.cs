using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Harness.Tests.Identity;

internal sealed class DiscoveryTests : EntraTests
{
    [Test]
    public async Task The_v2_document_has_the_recorded_members_in_their_order()
    {
        var document = (JsonObject)(await Entra.Get("contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration")).Json!;

        document.Select(m => m.Key).Should().Equal(
            "token_endpoint", "token_endpoint_auth_methods_supported", "jwks_uri", "response_modes_supported", "subject_types_supported",
            "id_token_signing_alg_values_supported", "response_types_supported", "scopes_supported", "issuer", "request_uri_parameter_supported",
            "userinfo_endpoint", "authorization_endpoint", "device_authorization_endpoint", "http_logout_supported", "frontchannel_logout_supported",
            "end_session_endpoint", "claims_supported", "kerberos_endpoint", "tenant_region_scope", "cloud_instance_name", "cloud_graph_host_name", "msgraph_host", "rbac_url");
        ((string)document["issuer"]!).Should().Be($"https://login.microsoftonline.com/{Contoso.Id}/v2.0");
        ((string)document["token_endpoint"]!).Should().EndWith($"/login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token", "a domain becomes the tenant's id");
    }

    [Test]
    public async Task The_v1_document_points_at_commons_keys_and_issues_from_sts()
    {
        var document = (JsonObject)(await Entra.Get($"{Contoso.Id}/.well-known/openid-configuration")).Json!;

        ((string)document["issuer"]!).Should().Be($"https://sts.windows.net/{Contoso.Id}/");
        ((string)document["jwks_uri"]!).Should().EndWith("/common/discovery/keys");
        document.Select(m => m.Key).Should().Contain(["microsoft_multi_refresh_token", "check_session_iframe", "userinfo_endpoint"]);
    }

    [Test]
    public async Task Common_leaves_the_tenant_of_its_issuer_open() =>
        ((string)(await Entra.Get("common/v2.0/.well-known/openid-configuration")).Json!["issuer"]!).Should().Be("https://login.microsoftonline.com/{tenantid}/v2.0");

    [Test]
    public async Task Documents_may_be_kept_for_a_day_and_read_from_anywhere()
    {
        PortalAnswer answer = await Entra.Get("common/discovery/keys");

        answer.Headers["Cache-Control"].Should().Contain("max-age=86400");
        answer.Headers["Access-Control-Allow-Origin"].Should().Be("*");
        answer.Headers["Set-Cookie"].Should().Contain("esctx=");
    }

    [TestCase("host", "http://login.windows.net/", "http://login.windows.net/")]
    [TestCase("subdomain", "http://login.microsoftonline.com.localhost:{port}/", "http://login.microsoftonline.com.localhost:{port}/")]
    [TestCase("path", "http://127.0.0.1:{port}/sts.windows.net/", "http://127.0.0.1:{port}/sts.windows.net/")]
    public async Task Links_work_in_the_form_in_which_the_service_was_called(string form, string address, string expected)
    {
        using var browser = new PortalBrowser(Entra.Server);
        string port = Entra.Server.Server.Http.Port.ToString();

        PortalAnswer answer = await browser.Open($"{address.Replace("{port}", port, StringComparison.Ordinal)}{Contoso.Id}/v2.0/.well-known/openid-configuration");

        EntraServer.Text(answer, "authorization_endpoint").Should().StartWith(expected.Replace("{port}", port, StringComparison.Ordinal), form);
    }

    [TestCase("common/discovery/keys")]
    [TestCase("{tid}/discovery/v2.0/keys")]
    public async Task The_published_key_verifies_every_token(string path)
    {
        JsonNode key = ((JsonArray)(await Entra.Get(path.Replace("{tid}", Contoso.Id, StringComparison.Ordinal))).Json!["keys"]!)[0]!;
        PortalSession portal = await Entra.Server.Session("o365-management");
        string[] tokens =
        [
            EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"{EntraServer.Manage}/.default"), "access_token"),
            EntraServer.Text(await Entra.AppToken(Contoso.Daemon, $"api://{Contoso.Orders.Key()}/.default"), "access_token"),
            EntraServer.Text(await Entra.Redeem(await Entra.Code()), "id_token"),
            portal.Headers["Authorization"]["Bearer ".Length..],
        ];

        using var rsa = RSA.Create(new RSAParameters { Modulus = WebEncoders.Base64UrlDecode((string)key["n"]!), Exponent = WebEncoders.Base64UrlDecode((string)key["e"]!) });
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String((string)key["x5c"]![0]!));
        using RSA certified = certificate.GetRSAPublicKey()!;
        foreach (string token in tokens)
        {
            string[] parts = token.Split('.');
            JsonNode header = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[0]))!;
            ((string)header["kid"]!).Should().Be((string)key["kid"]!);
            ((string?)header["x5t"] ?? (string)key["x5t"]!).Should().Be((string)key["x5t"]!);
            byte[] signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
            rsa.VerifyData(signed, WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
            certified.VerifyData(signed, WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
        }
    }

    [Test]
    public async Task Instance_discovery_lists_the_hosts_that_are_one_service()
    {
        PortalAnswer answer = await Entra.Get(
            $"common/discovery/instance?api-version=1.1&authorization_endpoint={Uri.EscapeDataString($"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/authorize")}");

        EntraServer.Text(answer, "tenant_discovery_endpoint").Should().Be($"https://login.microsoftonline.com/{Contoso.Id}/v2.0/.well-known/openid-configuration");
        ((JsonArray)answer.Json!["metadata"]!).Should().HaveCount(5);
        answer.Json["metadata"]![0]!["aliases"]!.ToJsonString().Should().Contain("sts.windows.net");
    }

    [TestCase("ada@contoso.onmicrosoft.com", "Managed")]
    [TestCase("ada@nowhere.example", "Unknown")]
    public async Task A_users_realm_says_whether_passwords_are_checked_here(string upn, string expected) =>
        EntraServer.Text(await Entra.Get($"common/userrealm/{upn}?api-version=1.0"), "account_type").Should().Be(expected);

    [Test]
    public async Task User_info_says_who_a_token_is_about()
    {
        string token = EntraServer.Text(await Entra.Password(Contoso.Reader), "access_token");

        PortalAnswer answer = await Entra.Get($"{Contoso.Id}/openid/userinfo", r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"));

        EntraServer.Text(answer, "email").Should().Be(Contoso.Reader.Upn);
        (await Entra.Get($"{Contoso.Id}/openid/userinfo")).Status.Should().Be(401);
    }

    [Test]
    public async Task The_v2_document_leads_to_user_information_on_the_Graph_host_which_takes_tokens_of_Graph_only()
    {
        string link = EntraServer.Text(await Entra.Get("common/v2.0/.well-known/openid-configuration"), "userinfo_endpoint");
        string target = new Uri(link).AbsolutePath.TrimStart('/');
        string graph = EntraServer.Text(await Entra.Password(Contoso.Reader, "openid profile email"), "access_token");
        string feed = EntraServer.Text(await Entra.Password(Contoso.Reader, $"{EntraServer.Manage}/ActivityFeed.Read"), "access_token");

        PortalAnswer answer = await Ask(graph);
        PortalAnswer other = await Ask(feed);
        PortalAnswer nobody = await Ask("");
        PortalAnswer elsewhere = await Entra.Server.Call("GET", "graph.microsoft.com/v1.0/me");
        PortalAnswer token = await Entra.Server.Call("POST", $"graph.microsoft.com/{Contoso.Id}/oauth2/v2.0/token");

        link.Should().EndWith("/graph.microsoft.com/oidc/userinfo");
        EntraServer.Text(answer, "email").Should().Be(Contoso.Reader.Upn);
        EntraServer.Text(answer, "sub").Should().Be(EntraServer.Claims(graph).GetProperty("sub").GetString());
        other.Status.Should().Be(401);
        ((string)other.Json!["error"]!["code"]!).Should().Be("InvalidAuthenticationToken");
        nobody.Status.Should().Be(401);
        elsewhere.Status.Should().Be(404);
        token.Status.Should().Be(404);

        Task<PortalAnswer> Ask(string bearer) =>
            Entra.Server.Call("GET", target, null, r => r.Headers.TryAddWithoutValidation("Authorization", bearer.Length > 0 ? $"Bearer {bearer}" : null));
    }

    [TestCase("host", "http://login.microsoftonline.com/", "http://graph.microsoft.com/oidc/userinfo")]
    [TestCase("subdomain", "http://login.windows.net.localhost:{port}/", "http://graph.microsoft.com.localhost:{port}/oidc/userinfo")]
    public async Task The_link_to_user_information_has_the_callers_form(string form, string address, string expected)
    {
        using var browser = new PortalBrowser(Entra.Server);
        string port = Entra.Server.Server.Http.Port.ToString();

        PortalAnswer answer = await browser.Open($"{address.Replace("{port}", port, StringComparison.Ordinal)}common/v2.0/.well-known/openid-configuration");

        EntraServer.Text(answer, "userinfo_endpoint").Should().Be(expected.Replace("{port}", port, StringComparison.Ordinal), form);
    }

    [Test]
    public async Task A_browser_may_ask_before_it_redeems()
    {
        PortalAnswer answer = await Entra.Server.Call("OPTIONS", $"{EntraServer.Host}/{Contoso.Id}/oauth2/v2.0/token");

        answer.Status.Should().Be(200);
        answer.Headers["Access-Control-Allow-Methods"].Should().Contain("POST");
    }
}
