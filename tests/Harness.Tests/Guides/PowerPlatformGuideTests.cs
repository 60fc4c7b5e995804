using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace Harness.Tests.Guides;

/// <summary>The steps of the guide to the Power Platform API, with its parameters, and what it says about trouble.</summary>
internal sealed class PowerPlatformGuideTests : GuideTests
{
    private const string Default = "https://api.powerplatform.com/.default";
    private const string Environments = "https://api.powerplatform.com/environmentmanagement/environments?api-version=2024-10-01";
    private const string Assignments = "https://api.powerplatform.com/authorization/roleAssignments?api-version=2024-10-01";

    [Test]
    public async Task A_user_signs_in_with_name_and_password_and_lists_environments()
    {
        PortalAnswer token = await Server.Form(
            "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
            ("client_id", Contoso.Desk.Key()), ("scope", Default), ("username", Contoso.Admin.Upn), ("password", Contoso.Admin.Password), ("grant_type", "password"));

        token.Json.Text("scope").Should().Contain("https://api.powerplatform.com/EnvironmentManagement.Environments.Read").And.Contain(Default);
        PortalAnswer answer = await Server.Send("GET", Environments, token.Json.Text("access_token"));
        answer.Status.Should().Be(200);
        answer.Json!["value"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(e => e.Text("name").Length > 0 && e.Text("properties/displayName").Length > 0);
    }

    [Test]
    public async Task A_service_principal_needs_a_role_first_and_then_lists_environments()
    {
        AppRegistration app = Contoso.App("Contoso Roleless Automation");
        AuthenticationResult own = await Server.Confidential(app).WithClientSecret(app.Secret).Build().AcquireTokenForClient([Default]).ExecuteAsync();
        AuthenticationResult admin = await Server.Public(Contoso.Desk).AcquireTokenInteractive([Default])
            .WithCustomWebUi(new ScriptedBrowser(Server.Tls, [("persona", Contoso.Admin.Upn)])).ExecuteAsync();
        (await Server.Send("GET", Environments, own.AccessToken)).Status.Should().Be(403);

        PortalAnswer given = await Server.Send("POST", Assignments, admin.AccessToken, JsonSerializer.Serialize(new
        {
            principalObjectId = EntraServer.Claims(own.AccessToken).GetProperty("oid").GetString(),
            principalType = "ApplicationUser",
            roleDefinitionId = "c886ad2e-27f7-4874-8381-5849b8d8a090",
            scope = $"/tenants/{Contoso.Id}",
        }));

        given.Status.Should().Be(201, given.Text);
        (await Server.Send("GET", Environments, own.AccessToken)).Status.Should().Be(200);
    }

    [Test]
    public async Task Without_consent_a_person_has_to_come()
    {
        IPublicClientApplication app = Server.Public(Contoso.Desk);
        AuthenticationResult known = await app.AcquireTokenInteractive([Default]).WithCustomWebUi(new ScriptedBrowser(Server.Tls, [("persona", Contoso.Admin.Upn)])).ExecuteAsync();

        Func<Task> silent = () => app.AcquireTokenSilent(["https://api.powerplatform.com/AppManagement.ApplicationPackages.Install"], known.Account).ExecuteAsync();

        (await silent.Should().ThrowAsync<MsalUiRequiredException>()).Which.Message.Should().StartWith("AADSTS65001: ");
    }

    [Test]
    public async Task Who_is_not_assigned_to_the_application_does_not_get_in()
    {
        PortalAnswer answer = await Server.Form(
            $"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token",
            ("client_id", Contoso.Restricted.Key()), ("client_secret", Contoso.Restricted.Secret!), ("scope", Default), ("username", Contoso.Reader.Upn), ("password", Contoso.Reader.Password), ("grant_type", "password"));

        answer.Json.Text("error_description").Should().StartWith("AADSTS50105: ").And.Contain(Contoso.Reader.Upn);
    }

    [TestCase("blocked", "AADSTS53003: ")]
    [TestCase("mfa-required", "AADSTS50076: ")]
    public async Task A_policy_keeps_people_out_of_the_password_flow(string persona, string code)
    {
        Persona person = Contoso.Persona(persona);

        PortalAnswer answer = await Server.Form(
            $"https://login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token",
            ("client_id", Contoso.Desk.Key()), ("scope", Default), ("username", person.Upn), ("password", person.Password), ("grant_type", "password"));

        answer.Json.Text("error_description").Should().StartWith(code);
    }

    [Test]
    public async Task A_dozen_lists_answer_an_administrator_and_all_want_a_version()
    {
        AuthenticationResult admin = await Server.Public(Contoso.Desk).AcquireTokenInteractive([Default])
            .WithCustomWebUi(new ScriptedBrowser(Server.Tls, [("persona", Contoso.Admin.Upn)])).ExecuteAsync();
        JsonArray operations = (await Server.Tls.Server.Control("operations?family=power-platform-api&method=GET"))["operations"]!.AsArray();

        operations.Should().HaveCountGreaterThanOrEqualTo(13);
        foreach (JsonNode? operation in operations)
        {
            string url = $"https://api.powerplatform.com{operation.Text("example/path")}";
            (await Server.Send("GET", $"{url}?api-version={operation.Text("example/query/api-version")}", admin.AccessToken)).Status.Should().Be(200, url);
            (await Server.Send("GET", url, admin.AccessToken)).Json.Text("error/code").Should().Be("MissingApiVersionParameter");
        }
    }
}
