using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class SecurityCopilotWorkspaceTests() : ServerTests(o => o with { Families = ["security-copilot"] })
{
    private const string Regional = "us.api.securityplatform.microsoft.com";

    [Test]
    public async Task Pod_and_workspace_of_the_preference_lead_to_the_workspace()
    {
        JsonNode? preference = (await Ask("GET", "api.securitycopilot.microsoft.com", "/userPreferences/currentWorkspace")).Json;
        JsonNode? account = (await Ask("GET", "api.securityplatform.microsoft.com", "/provisioning/account?api-version=2024-03-01-preview")).Json;

        JsonNode? workspace = (await Ask("GET", Regional, $"/pods/{preference.Text("podId")}/workspaces/{preference.Text("workspaceName")}?api-version=2023-12-01-preview")).Json;

        workspace.Text("id").Should().Be(preference.Text("workspaceId"));
        workspace.Text("name").Should().Be(preference.Text("workspaceName"));
        account.Text("pods/0/podId").Should().Be(preference.Text("podId"));
    }

    [TestCase("0b4a8d57-6d1e-4c0f-9b61-d0f3a5c2e784", "contoso-soc")]
    [TestCase("5d6c1f0e-93f7-4f43-8a5d-2f4c7e10b9a6", "default")]
    public async Task Another_pod_or_workspace_is_not_found(string pod, string workspace)
    {
        PortalAnswer answer = await Ask("GET", Regional, $"/pods/{pod}/workspaces/{workspace}/securitycopilot/skillsets");

        answer.Status.Should().Be(404);
        answer.Json.Text("error/code").Should().Be("workspaceNotFound");
        answer.Decision.Should().Be("quirk/discovery-skipped");
    }

    [Test]
    public async Task Provisioning_says_what_it_would_do()
    {
        PortalAnswer answer = await Server.Call(
            "security-copilot", "POST", "api.securityplatform.microsoft.com", "/provisioning/create?api-version=2024-03-01-preview", body: "{}");

        answer.Text.Should().Be("OperationWhatIfSuccess");
        answer.ContentType.Should().Be("text/plain");
    }

    [Test]
    public async Task Without_capacity_there_is_no_expiry_date()
    {
        await Server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { "SecurityCopilotCapacity" } } });

        PortalAnswer answer = await Ask("GET", "api.securitycopilot.microsoft.com", "/auth/expiryDate");

        answer.Status.Should().Be(404);
        answer.Json.Text("error/code").Should().Be("capacityResourceNotFound");
    }

    [TestCase("global-admin", true)]
    [TestCase("security-reader", false)]
    public async Task Who_is_an_administrator_depends_on_who_asks(string persona, bool isAdmin) =>
        ((bool)(await Server.Call("security-copilot", "GET", "api.securitycopilot.microsoft.com", "/auth/userInfo", persona)).Json!["isAdmin"]!).Should().Be(isAdmin);

    private Task<PortalAnswer> Ask(string method, string host, string path) => Server.Call("security-copilot", method, host, path);
}
