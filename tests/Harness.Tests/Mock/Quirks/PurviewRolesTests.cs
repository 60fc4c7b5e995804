using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class PurviewRolesTests() : ServerTests(o => o with { Families = ["purview-portal", "power-platform"] })
{
    [TestCase("global-admin", "[true,true,true]")]
    [TestCase("security-reader", "[false,true,true]")]
    [TestCase("exchange-admin", "[false,true,false]")]
    [TestCase("no-roles", "[false,false,false]")]
    public async Task Booleans_come_in_the_order_of_the_names(string persona, string verdicts)
    {
        PortalAnswer answer = await Server.Call(
            "purview-portal", "POST", "purview.microsoft.com", "/api/auth/IsInRoles", persona, """["ucc:ComplianceAdministrator","exo:Get-Mailbox","ucc:Search-Everything"]""");

        answer.Text.Should().Be(verdicts);
    }

    [Test]
    public async Task Cached_roles_hold_the_tenants_plans_too()
    {
        var roles = (await Server.Call("purview-portal", "GET", "purview.microsoft.com", "/api/v2/auth/GetCachedRoles", "no-roles")).Json!["cachedRoles"]!;

        ((bool)roles["INSIDER_RISK"]!).Should().BeTrue();
        ((bool)roles["ucc:ComplianceAdministrator"]!).Should().BeFalse();
    }

    [Test]
    public async Task An_environment_names_the_organization_that_answers_and_no_other_does()
    {
        const string path = "/api/data/v9.0/organizations";
        var environments = (await Server.Call("power-platform", "GET", "api.bap.microsoft.com", "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments")).Json!["value"]!.AsArray();
        string[] named = [.. environments.Select(e => (string?)e!["properties"]!["linkedEnvironmentMetadata"]?["instanceUrl"]).OfType<string>().Distinct()];

        named.Should().Equal("https://contoso-dev.crm.dynamics.com/");
        (await Server.Call("power-platform", "GET", "contoso-dev.crm.dynamics.com", path)).Status.Should().Be(200);
        (await Server.Call("power-platform", "GET", "fabrikam.crm.dynamics.com", path)).Decision.Should().Be("quirk/discovery-skipped");
    }
}
