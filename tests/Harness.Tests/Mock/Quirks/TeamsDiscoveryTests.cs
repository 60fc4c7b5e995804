using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class TeamsDiscoveryTests() : ServerTests(o => o with { Families = ["teams"] })
{
    [TestCase("contoso-e5", "amer", "amer03")]
    [TestCase("contoso-e3", "emea", "emea02")]
    public async Task The_region_call_names_the_partition_that_answers(string profile, string region, string partition)
    {
        await Server.Control(HttpMethod.Put, "tenant", new { profile });

        JsonNode? answer = (await Ask("POST", "teams.microsoft.com", "/api/authsvc/v1.0/users/region")).Json;

        answer.Text("region").Should().Be(region);
        answer.Text("partition").Should().Be(partition);
        (await Settings(answer.Text("partition"))).Status.Should().Be(200);
    }

    [Test]
    public async Task A_write_somewhere_does_not_make_discovery_forget()
    {
        (await Server.Call("teams", "PUT", "noneu-admin.teams.microsoft.com", "/api/v1/userpreference", body: """{"dashboards":{"layout":"two"}}""")).Status.Should().Be(204);

        (await Ask("GET", "monitoringplatform.teams.microsoft.com", "/api/v1/mta/TenantclusterLookup")).Json.Text("data/baseUrlList/mta").Should().Contain("uswest2");
    }

    [Test]
    public async Task Another_partition_is_an_unavailable_slice()
    {
        PortalAnswer answer = await Settings("emea02");

        answer.Status.Should().Be(404);
        answer.Bytes.Should().BeEmpty();
        answer.Decision.Should().Be("quirk/discovery-skipped");
    }

    [Test]
    public async Task A_guessed_partition_with_an_empty_segment_is_refused_as_well() =>
        (await Ask("GET", "teams.microsoft.com", "/api/mt/part/amer01//beta/me/engagementSurfaces")).Decision.Should().Be("quirk/discovery-skipped");

    [Test]
    public async Task The_call_before_the_partition_is_known_needs_none() =>
        (await Ask("GET", "teams.microsoft.com", "/api/mt//beta/me/engagementSurfaces")).Status.Should().Be(200);

    [TestCase("ehrconnectorsvc.teams.microsoft.com", "/api/v1/regionalDomainNameForTenant", "value", "/api/user/IsAdminForVirtualVisitsAnalytics")]
    [TestCase("vamonetization.teams.microsoft.com", "/regionalDomainNameForTenant", "value", "/haslicense")]
    [TestCase("monitoringplatform.teams.microsoft.com", "/api/v1/mta/TenantclusterLookup", "data/baseUrlList/mta", "/api/v1/mta/rule")]
    [TestCase("reports.office.com", "/private/intraTenantConfig/host?tenantid=f3ebf024-0c96-4929-9a1c-210feb673958", "host", "/internal/ux/getTeamsAppUsageDetail?tenantId=f3ebf024-0c96-4929-9a1c-210feb673958")]
    public async Task The_host_that_a_lookup_names_answers_the_next_call(string host, string lookup, string pointer, string next)
    {
        string named = (await Ask("GET", host, lookup)).Json.Text(pointer).Replace("https://", "", StringComparison.Ordinal);

        (await Ask("GET", named, next)).Status.Should().Be(200);
    }

    private Task<PortalAnswer> Settings(string partition) => Ask("GET", "teams.microsoft.com", $"/api/mt/part/{partition}/beta/admin/tenantSharedChannelsSettings");

    private Task<PortalAnswer> Ask(string method, string host, string path) => Server.Call("teams", method, host, path);
}
