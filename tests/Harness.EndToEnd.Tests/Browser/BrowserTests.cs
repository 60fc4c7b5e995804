using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Harness.Mock;
using Microsoft.Playwright;

namespace Harness.EndToEnd.Tests.Browser;

internal sealed class BrowserTests
{
    private const string Canary = "/_api/TenantAdminEndpoints";

    private string _data = null!;
    private MockServer _server = null!;
    private Chromium _chromium = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _data = Directory.CreateTempSubdirectory("harness-browser-").FullName;
        _chromium = await Chromium.Launch();
        _server = await MockServer.StartAsync(new MockServerOptions { Data = _data, Cache = "" });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task The_home_page_has_a_row_for_every_portal_and_loads_nothing_from_elsewhere()
    {
        IPage page = await _chromium.NewPage();
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);

        IResponse? answer = await page.GotoAsync(_server.Http.ToString());

        answer!.Status.Should().Be(200);
        (await page.TitleAsync()).Should().Be("Harness");
        (await page.Locator("tbody tr").CountAsync()).Should().Be(_server.FamilyCount);
        (await page.GetByText("sharepoint-admin", new PageGetByTextOptions { Exact = true }).First.IsVisibleAsync()).Should().BeTrue();
        asked.Where(url => !url.StartsWith(_server.Http.ToString(), StringComparison.Ordinal)).Should().BeEmpty();
        complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Every_link_of_the_home_page_leads_somewhere()
    {
        IPage page = await _chromium.NewPage();
        await page.GotoAsync(_server.Http.ToString());
        string[] links = await page.Locator("a").EvaluateAllAsync<string[]>("links => links.map(l => l.href)");

        links.Should().NotBeEmpty();
        foreach (string link in links)
        {
            (await page.GotoAsync(link))!.Status.Should().Be(200, link);
        }
    }

    [Test]
    public async Task A_portals_own_name_below_localhost_is_reached_without_any_setting()
    {
        IPage page = await _chromium.NewPage();

        IResponse? answer = await page.GotoAsync(Address("main.b2cadmin.ext.azure.com", "/api/tenants/GetTenantInfo"));

        Header(answer, "x-harness-decision").Should().Be("access/token-missing");
        answer!.Status.Should().Be(401);
    }

    [Test]
    public async Task A_page_with_the_portals_cookies_gets_data_and_another_portal_gets_none_of_them()
    {
        IPage page = await _chromium.NewPage();
        const string host = "contoso-admin.sharepoint.com";
        foreach (KeyValuePair<string, JsonNode?> cookie in (JsonObject)(await Session("sharepoint-admin"))["cookies"]!)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = cookie.Key, Value = (string)cookie.Value!, Url = Address(host, "/") }]);
        }

        IResponse? mine = await page.GotoAsync(Address(host, Canary));
        string document = await mine!.TextAsync();
        await page.GotoAsync(Address("security.microsoft.com", "/apiproxy/nothing-here"));
        string other = await page.EvaluateAsync<string>(
            "fetch('/apiproxy/mtp/sccManagement/mgmt/TenantContext').then(a => a.headers.get('x-harness-decision'))");

        mine.Status.Should().Be(200);
        Header(mine, "x-harness-decision").Should().Be("synthesis/served");
        JsonNode.Parse(document).Should().NotBeNull();
        other.Should().Be("access/cookie-missing");
    }

    [Test]
    public async Task A_script_of_the_portals_own_page_can_call_it()
    {
        IPage page = await _chromium.NewPage();
        const string host = "main.b2cadmin.ext.azure.com";
        JsonObject session = await Session("entra-b2c");
        await page.GotoAsync(Address(host, "/api/tenants/GetTenantInfo"));

        string called = await page.EvaluateAsync<string>(
            "([path, headers, query]) => fetch(path + '?' + new URLSearchParams(query), { headers }).then(a => a.status + ' ' + a.headers.get('x-harness-decision'))",
            new object[] { "/api/tenants/GetTenantInfo", Texts(session["headers"]), Texts(session["query"]) });

        called.Should().Be("200 synthesis/served");
    }

    private static string? Header(IResponse? answer, string name) => answer!.Headers.GetValueOrDefault(name);

    private static Dictionary<string, string> Texts(JsonNode? members) => ((JsonObject)members!).ToDictionary(m => m.Key, m => (string)m.Value!);

    private string Address(string host, string path) => $"http://{host}.localhost:{_server.Http.Port}{path}";

    private async Task<JsonObject> Session(string family)
    {
        using var client = new HttpClient { BaseAddress = _server.Http };
        using HttpResponseMessage answer = await client.PostAsJsonAsync(new Uri("/__harness/sessions", UriKind.Relative), new { family });
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
