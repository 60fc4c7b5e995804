using System.Text.Json.Nodes;
using Harness.Tests.Identity;
using Harness.Tests.Mock.ActivityFeed;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class ServiceCommunicationsQuirkTests
{
    private EntraServer _entra = null!;
    private ApiCaller _api = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Clock = new DateTimeOffset(2026, 11, 4, 9, 20, 0, TimeSpan.Zero) });
    }

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _api = new ApiCaller(_entra.Server, await FeedClient.TokenFor(_entra));
    }

    [Test]
    public async Task The_status_names_incidents_that_the_messages_are_about()
    {
        for (int day = 0; day < 10; day++)
        {
            JsonArray services = await Value("Services");
            JsonArray status = await Value("CurrentStatus");
            Dictionary<string, JsonNode> messages = (await Value("Messages")).ToDictionary(m => m.Text("Id"), m => m!);

            status.Select(s => s.Text("Workload")).Should().Equal(services.Select(s => s.Text("Id")));
            foreach (JsonNode? workload in status)
            {
                string[] incidents = [.. workload!["IncidentIds"]!.AsArray().Select(i => (string)i!)];
                (workload.Text("Status") == "ServiceOperational").Should().Be(incidents.Length == 0);
                incidents.Should().BeSubsetOf(messages.Keys);
                incidents.Where(i => messages[i].Text("Workload") != workload.Text("Workload") || messages[i]["EndTime"] is not null).Should().BeEmpty();
            }

            await Move("P1D");
        }
    }

    [Test]
    public async Task An_incident_runs_its_course_with_the_clock()
    {
        JsonNode open = await FirstOpen();
        string id = open.Text("Id");
        for (int hours = 0; hours < 72; hours += 6)
        {
            await Move("PT6H");
        }

        JsonNode closed = (await Value($"Messages?$filter=Id eq '{id}'")).Single()!;
        closed.Text("Status").Should().Be("ServiceRestored");
        closed["EndTime"].Should().NotBeNull();
        closed["Messages"]!.AsArray().Should().HaveCount(4);
    }

    [Test]
    public async Task History_has_seven_days_and_lists_can_be_cut_as_OData_does()
    {
        JsonArray history = await Value("HistoricalStatus");
        JsonArray exchange = await Value("HistoricalStatus?$filter=Workload eq 'Exchange'&$select=Status,StatusDate");

        history.Select(s => s.Text("StatusDate")).Distinct().Should().HaveCount(7);
        exchange.Should().HaveCount(7).And.OnlyContain(s => s!.AsObject().Count == 2);
        (await Value("Messages?$top=2")).Should().HaveCount(2);
        (await Value("Messages?$top=2&$skip=1"))[0].Text("Id").Should().Be((await Value("Messages?$top=2"))[1].Text("Id"));
    }

    [Test]
    public async Task The_tenant_can_be_named_by_its_domain() =>
        (await _api.Get("manage.office.com/api/v1.0/contoso.onmicrosoft.com/ServiceComms/Services")).Status.Should().Be(200);

    [Test]
    public async Task A_token_for_the_feed_alone_does_not_open_it()
    {
        _api.Token = EntraServer.Text(await _entra.AppToken(Contoso.Orders, $"{EntraServer.Manage}/.default"), "access_token");

        (await _api.Get($"manage.office.com/api/v1.0/{Contoso.Id}/ServiceComms/Services")).Decision.Should().Be("access/role-missing");
    }

    private async Task<JsonNode> FirstOpen()
    {
        for (int day = 0; day < 60; day++)
        {
            if ((await Value("Messages")).FirstOrDefault(m => m!["EndTime"] is null) is { } open)
            {
                return open;
            }

            await Move("P1D");
        }

        throw new AssertionException("nothing ever breaks");
    }

    private async Task Move(string by)
    {
        await _entra.Advance(by);
        _api.Token = await FeedClient.TokenFor(_entra);
    }

    private async Task<JsonArray> Value(string list)
    {
        PortalAnswer answer = await _api.Get($"manage.office.com/api/v1.0/{Contoso.Id}/ServiceComms/{list.Replace(" ", "%20", StringComparison.Ordinal)}");
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json!["value"]!.AsArray();
    }
}
