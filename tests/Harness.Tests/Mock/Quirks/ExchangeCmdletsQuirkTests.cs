using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Tests.Identity;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class ExchangeCmdletsQuirkTests
{
    private const string Host = "outlook.office365.com";
    private const string SystemMailbox = "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@contoso.onmicrosoft.com";

    private static readonly string Ada = Contoso.Admin.Upn;

    private EntraServer _entra = null!;
    private ApiCaller _admin = null!;

    [OneTimeSetUp]
    public async Task Start() => _entra = await EntraServer.Start(o => o with { Families = ["exchange-admin-api"] });

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _admin = await Person("exchange-admin");
    }

    [TestCase("person", "global-admin", true, true)]
    [TestCase("person", "exchange-admin", true, true)]
    [TestCase("person", "global-reader", true, false)]
    [TestCase("person", "security-reader", false, false)]
    [TestCase("person", "no-roles", false, false)]
    [TestCase("app", "Contoso Reporting Daemon", true, false)]
    [TestCase("app", "Contoso Mailbox Sync", false, true)]
    [TestCase("app", "Contoso Roleless Automation", false, false)]
    public async Task A_role_group_opens_the_endpoints_that_the_guide_lists_for_it(string kind, string who, bool readsOrganization, bool managesRecipients)
    {
        ApiCaller caller = kind == "app" ? await Application(who) : await Person(who == "global-reader" ? "sign-in-frequency" : who);

        foreach ((string endpoint, string cmdlet, string? identity, bool passes) in new[]
        {
            ("OrganizationConfig", "Get-OrganizationConfig", null, readsOrganization),
            ("AcceptedDomain", "Get-AcceptedDomain", null, readsOrganization),
            ("Mailbox", "Get-Mailbox", null, managesRecipients),
            ("MailboxFolderPermission", "Get-MailboxFolderPermission", $"{Ada}:\\Calendar", managesRecipients),
            ("DistributionGroupMember", "Get-DistributionGroupMember", "Sales team", managesRecipients),
            ("DynamicDistributionGroupMember", "Get-DynamicDistributionGroupMember", "allstaff", managesRecipients),
        })
        {
            PortalAnswer answer = await Run(caller, endpoint, cmdlet, identity is null ? null : new { Identity = identity });

            // Whether there is a group of that name is another question.
            (answer.Decision == "access/role-missing").Should().Be(!passes, $"{who} calls {cmdlet}: {answer.Status}");
            if (!passes)
            {
                answer.Status.Should().Be(403);
                answer.Bytes.Should().OnlyContain(b => b == 0);
            }
        }
    }

    [Test]
    public async Task Permission_and_kind_of_token_go_together()
    {
        (await _entra.Server.Call("POST", Target("Mailbox"))).Status.Should().Be(401);
        string other = EntraServer.Text(await _entra.AppToken(Contoso.Orders, $"https://{Host}/.default"), "access_token");
        PortalAnswer without = await Run(new ApiCaller(_entra.Server, other), "Mailbox", "Get-Mailbox");
        without.Status.Should().Be(401);
        without.Decision.Should().Be("access/role-missing");
    }

    [Test]
    public async Task The_organization_is_the_tenant()
    {
        JsonNode organization = (await Run(_admin, "OrganizationConfig", "Get-OrganizationConfig")).Json!;
        JsonNode domains = (await Run(_admin, "AcceptedDomain", "Get-AcceptedDomain")).Json!;

        organization.Text("value/0/Guid").Should().Be(Contoso.Id);
        organization.Text("@odata.context").Should().Contain("$metadata#");
        organization["@adminapi.warnings"]!.AsArray().Should().BeEmpty();
        domains["value"]!.AsArray().Select(d => d.Text("DomainName")).Should().BeEquivalentTo(Contoso.Tenant.Domains);
    }

    [Test]
    public async Task A_mailbox_answers_to_any_of_its_names_and_an_unknown_one_to_none()
    {
        JsonNode mailbox = (await Run(_admin, "Mailbox", "Get-Mailbox", new { Identity = Ada })).Json!["value"]!.AsArray().Single()!;
        foreach (string name in new[] { mailbox.Text("Alias"), mailbox.Text("DisplayName"), mailbox.Text("ExternalDirectoryObjectId") })
        {
            (await Run(_admin, "Mailbox", "Get-Mailbox", new { Identity = name })).Json.Text("value/0/UserPrincipalName").Should().Be(Ada);
        }

        PortalAnswer unknown = await Run(_admin, "Mailbox", "Get-Mailbox", new { Identity = "nobody@contoso.com" });

        unknown.Status.Should().Be(404);
        unknown.Text.Should().Contain("ManagementObjectNotFoundException").And.Contain("nobody@contoso.com");
    }

    [Test]
    public async Task Who_may_send_on_behalf_is_set_added_and_taken_away()
    {
        await Run(_admin, "Mailbox", "Set-Mailbox", new { Identity = Ada, GrantSendOnBehalfTo = new[] { Contoso.Reader.Upn } });
        (await Behalf()).Should().Equal("sam");

        await Run(_admin, "Mailbox", "Set-Mailbox", new { Identity = Ada, GrantSendOnBehalfTo = new { add = new[] { "erin" }, remove = new[] { "sam" } } });

        (await Behalf()).Should().Equal("erin");
        (await Run(_admin, "Mailbox", "Set-Mailbox", new { Identity = Ada, GrantSendOnBehalfTo = new[] { "nobody" } })).Status.Should().Be(404);
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _admin = await Person("exchange-admin");
        (await Behalf()).Should().BeEmpty();
    }

    [Test]
    public async Task Rights_on_a_folder_are_given_changed_and_taken_away()
    {
        string calendar = $"{Ada}:\\Calendar";
        PortalAnswer given = await Run(_admin, "MailboxFolderPermission", "Add-MailboxFolderPermission", new { Identity = calendar, User = "sam", AccessRights = new[] { "Reviewer" } });
        given.Status.Should().Be(200, given.Text);
        PortalAnswer twice = await Run(_admin, "MailboxFolderPermission", "Add-MailboxFolderPermission", new { Identity = calendar, User = "sam", AccessRights = new[] { "Editor" } });
        await Run(_admin, "MailboxFolderPermission", "Set-MailboxFolderPermission", new { Identity = calendar, User = "sam", AccessRights = new[] { "Editor" } });
        JsonArray rights = (await Run(_admin, "MailboxFolderPermission", "Get-MailboxFolderPermission", new { Identity = calendar })).Json!["value"]!.AsArray();
        PortalAnswer gone = await Run(_admin, "MailboxFolderPermission", "Remove-MailboxFolderPermission", new { Identity = calendar, User = "sam" });

        twice.Status.Should().Be(400);
        twice.Text.Should().Contain("An existing permission entry was found");
        rights.Select(r => r.Text("AccessRights/0")).Should().Equal("AvailabilityOnly", "None", "Editor");
        gone.Status.Should().Be(200);
        (await Run(_admin, "MailboxFolderPermission", "Remove-MailboxFolderPermission", new { Identity = calendar, User = "sam" })).Status.Should().Be(404);
        (await Run(_admin, "MailboxFolderPermission", "Get-MailboxFolderPermission", new { Identity = $"{Ada}:\\Nowhere" })).Status.Should().Be(404);
    }

    [Test]
    public async Task A_long_list_goes_on_when_the_same_body_is_sent_to_the_link()
    {
        string body = Body("Get-DynamicDistributionGroupMember", new { Identity = "allcontacts", ResultSize = "Unlimited" });
        PortalAnswer first = await _admin.Send("POST", Target("DynamicDistributionGroupMember"), body);
        string next = first.Json.Text("@odata.nextLink");
        PortalAnswer second = await _admin.Send("POST", next, body);

        string[] all = [.. first.Json!["value"]!.AsArray().Concat(second.Json!["value"]!.AsArray()).Select(m => m.Text("Alias"))];
        first.Json!["value"]!.AsArray().Should().HaveCount(1000);
        all.Should().HaveCount(1050).And.OnlyHaveUniqueItems();
        second.Json!["@odata.nextLink"].Should().BeNull();
        PortalAnswer foreign = await _admin.Send("POST", next, Body("Get-DynamicDistributionGroupMember", new { Identity = "allcontacts", ResultSize = 1020 }));
        foreign.Status.Should().Be(400);
        foreign.Text.Should().Contain("Expired or Invalid pagination request");
        await _entra.Advance("PT11M");
        (await _admin.Send("POST", next, body)).Decision.Should().Be("quirk/page-expired");
    }

    [Test]
    public async Task Who_does_not_say_how_much_gets_a_thousand_and_a_warning()
    {
        PortalAnswer answer = await Run(_admin, "DynamicDistributionGroupMember", "Get-DynamicDistributionGroupMember", new { Identity = "allcontacts" });

        answer.Json!["value"]!.AsArray().Should().HaveCount(1000);
        answer.Json!["@odata.nextLink"].Should().BeNull();
        answer.Json.Text("@adminapi.warnings/0").Should().Contain("ResultSize");
    }

    [Test]
    public async Task Page_size_and_columns_can_be_chosen()
    {
        string body = Body("Get-Mailbox", new { ResultSize = 5 });
        PortalAnswer first = await _admin.Send("POST", Target("Mailbox") + "?$select=Alias,Guid", body, ("Prefer", "odata.maxpagesize=3"));
        PortalAnswer second = await _admin.Send("POST", first.Json.Text("@odata.nextLink"), body, ("Prefer", "odata.maxpagesize=3"));

        first.Json!["value"]!.AsArray().Should().HaveCount(3).And.OnlyContain(m => m!.AsObject().Count == 2);
        second.Json!["value"]!.AsArray().Should().HaveCount(2).And.OnlyContain(m => m!.AsObject().Count == 2);
    }

    [TestCase("Mailbox", "Get-DistributionGroupMember", "{}", 403, "quirk/cmdlet-refused")]
    [TestCase("OrganizationConfig", "Get-OrganizationConfig", "{\"Identity\":\"x\"}", 400, "state/body-invalid")]
    [TestCase("Mailbox", "Get-Mailbox", "{\"Filter\":\"x\"}", 400, "state/body-invalid")]
    [TestCase("Mailbox", "Get-Mailbox", "{\"ResultSize\":true}", 400, "state/body-invalid")]
    [TestCase("Mailbox", "Set-Mailbox", "{}", 400, "state/body-invalid")]
    [TestCase("MailboxFolderPermission", "Add-MailboxFolderPermission", "{\"Identity\":\"ada\",\"User\":\"sam\",\"AccessRights\":[\"King\"]}", 400, "state/body-invalid")]
    public async Task A_call_that_no_cmdlet_takes_is_refused_in_the_familys_shape(string endpoint, string cmdlet, string parameters, int status, string decision)
    {
        PortalAnswer answer = await _admin.Send("POST", Target(endpoint), $$$"""{"CmdletInput":{"CmdletName":"{{{cmdlet}}}","Parameters":{{{parameters}}}}}""");

        answer.Status.Should().Be(status, answer.Text);
        answer.Decision.Should().Be(decision);
        answer.Json.Text("error/code").Should().Be(status == 403 ? "Forbidden" : "BadRequest");
    }

    [TestCase("UPN:ada@contoso.onmicrosoft.com", 200)]
    [TestCase("UPN:nobody@contoso.onmicrosoft.com", 400)]
    [TestCase(SystemMailbox, 400)]
    [TestCase("ada", 400)]
    public async Task The_anchor_of_a_user_is_a_mailbox(string anchor, int status) =>
        (await _admin.Send("POST", Target("Mailbox"), Body("Get-Mailbox", new { }), ("X-AnchorMailbox", anchor))).Status.Should().Be(status);

    [TestCase(SystemMailbox, 200)]
    [TestCase("UPN:ada@contoso.onmicrosoft.com", 400)]
    [TestCase("APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@elsewhere.example", 400)]
    public async Task The_anchor_of_an_application_is_the_system_mailbox(string anchor, int status) =>
        (await (await Application("Contoso Mailbox Sync")).Send("POST", Target("Mailbox"), Body("Get-Mailbox", new { }), ("X-AnchorMailbox", anchor))).Status.Should().Be(status);

    [Test]
    public async Task The_tenant_in_the_path_can_be_a_domain_and_must_be_the_tokens()
    {
        (await _admin.Send("POST", $"{Host}/adminapi/v2.0/contoso.onmicrosoft.com/Mailbox", Body("Get-Mailbox", new { }))).Status.Should().Be(200);
        (await _admin.Send("POST", $"{Host}/adminapi/v2.0/{Contoso.Fabrikam.Id}/Mailbox", Body("Get-Mailbox", new { }))).Decision.Should().Be("quirk/tenant-mismatch");
    }

    private static string Target(string endpoint) => $"{Host}/adminapi/v2.0/{Contoso.Id}/{endpoint}";

    private static string Body(string cmdlet, object parameters) => JsonSerializer.Serialize(new { CmdletInput = new { CmdletName = cmdlet, Parameters = parameters } });

    private static Task<PortalAnswer> Run(ApiCaller caller, string endpoint, string cmdlet, object? parameters = null) =>
        caller.Send("POST", Target(endpoint), parameters is null ? $$$"""{"CmdletInput":{"CmdletName":"{{{cmdlet}}}"}}""" : Body(cmdlet, parameters));

    private async Task<string[]> Behalf() =>
        [.. (await Run(_admin, "Mailbox", "Get-Mailbox", new { Identity = Ada })).Json!["value"]![0]!["GrantSendOnBehalfTo"]!.AsArray().Select(a => (string)a!)];

    private async Task<ApiCaller> Person(string persona) =>
        new(_entra.Server, EntraServer.Text(await _entra.Password(Contoso.Persona(persona), $"https://{Host}/Exchange.ManageV2"), "access_token"));

    private async Task<ApiCaller> Application(string name)
    {
        AppRegistration app = Contoso.App(name);
        return new ApiCaller(_entra.Server, EntraServer.Text(await _entra.AppToken(app, $"https://{Host}/.default"), "access_token"));
    }
}
