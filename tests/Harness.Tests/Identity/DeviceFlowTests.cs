using System.Text.Json;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

internal sealed class DeviceFlowTests : EntraTests
{
    [Test]
    public async Task A_device_gets_its_tokens_once_somebody_has_signed_in()
    {
        PortalAnswer start = await Entra.Post("organizations/oauth2/v2.0/devicecode", ("client_id", Contoso.Desk.Key()), ("scope", "User.Read openid profile offline_access"));
        string page = EntraServer.Text(start, "verification_uri");
        page.Should().StartWith($"http://127.0.0.1:{Entra.Server.Server.Http.Port}/");
        start.Json!["verification_uri_complete"].Should().BeNull();
        ((int)start.Json["expires_in"]!).Should().Be(900);
        EntraServer.Text(start, "message").Should().Be(
            $"To sign in, use a web browser to open the page {page} and enter the code {EntraServer.Text(start, "user_code")} to authenticate.");

        PortalAnswer pending = await Poll(start);
        PortalAnswer consent = await Entra.Submit(await Entra.Post("common/oauth2/deviceauth", ("otc", EntraServer.Text(start, "user_code").ToLowerInvariant())), ("persona", Contoso.Reader.Upn));
        PortalAnswer done = await Entra.Submit(consent, ("decision", "accept"));
        PortalAnswer tokens = await Poll(start);
        PortalAnswer again = await Poll(start);

        EntraServer.Text(pending, "error").Should().Be("authorization_pending");
        done.Text.Should().Contain("You have signed in");
        EntraServer.Claims(EntraServer.Text(tokens, "id_token")).GetProperty("preferred_username").GetString().Should().Be(Contoso.Reader.Upn);
        EntraServer.Text(again, "error").Should().Be("invalid_grant");

        Task<PortalAnswer> Poll(PortalAnswer from) => Entra.Post(
            "organizations/oauth2/v2.0/token", ("grant_type", EntraServer.DeviceGrant), ("client_id", Contoso.Desk.Key()), ("device_code", EntraServer.Text(from, "device_code")));
    }

    [Test]
    public async Task The_v1_flow_has_its_own_names_and_text_for_numbers()
    {
        PortalAnswer start = await Entra.Post($"{Contoso.Id}/oauth2/devicecode", ("client_id", Contoso.Desk.Key()), ("resource", EntraServer.Manage));
        start.Json!["expires_in"]!.GetValueKind().Should().Be(JsonValueKind.String);
        start.Json["verification_url"].Should().NotBeNull();
        EntraServer.Text(start, "user_code").Should().HaveLength(9);

        PortalAnswer consent = await Entra.Submit(await Entra.Post("device", ("otc", EntraServer.Text(start, "user_code"))), ("persona", Contoso.Admin.Upn));
        await Entra.Submit(consent, ("decision", "accept"));
        PortalAnswer tokens = await Entra.Post(
            $"{Contoso.Id}/oauth2/token", ("grant_type", EntraServer.DeviceGrant), ("client_id", Contoso.Desk.Key()), ("code", EntraServer.Text(start, "device_code")), ("resource", EntraServer.Manage));

        EntraServer.Claims(EntraServer.Text(tokens, "access_token")).GetProperty("aud").GetString().Should().Be(EntraServer.Manage);
    }

    [Test]
    public async Task A_code_that_nobody_has_is_asked_for_again() =>
        (await Entra.Post("device", ("otc", "ZZZZZZZZZ"))).Text.Should().Contain("That code didn&#x27;t work").And.Contain("name=\"otc\"");
}
