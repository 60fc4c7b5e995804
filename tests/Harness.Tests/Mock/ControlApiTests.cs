using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class ControlApiTests() : ServerTests(o => o with { Clock = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), Seed = 7 })
{
    [Test]
    public async Task Health_tells_what_is_served_and_what_time_it_is()
    {
        JsonNode health = await Server.Control("health");

        ((string)health["status"]!).Should().Be("ready");
        ((int)health["families"]!).Should().Be(23);
        ((int)health["operations"]!).Should().BeGreaterThanOrEqualTo(300);
        ((long)health["seed"]!).Should().Be(7);
        ((DateTimeOffset)health["now"]!).Should().BeCloseTo(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task Every_family_names_its_hosts_and_graded_requirements()
    {
        JsonArray families = (JsonArray)(await Server.Control("families"))["families"]!;

        families.Should().HaveCount(23);
        foreach (JsonNode? family in families)
        {
            ((JsonArray)family!["hosts"]!).Should().NotBeEmpty();
            ((JsonArray)family["requirements"]!).Should().NotBeEmpty().And.OnlyContain(r => ((string)r!["evidence"]!).Length > 0);
            ((int)family["operations"]!).Should().BePositive();
        }
    }

    [Test]
    public async Task The_clock_moves_by_a_duration_and_to_a_moment_and_back()
    {
        await Server.Control(HttpMethod.Post, "clock", new { advance = "P1D" });
        ((DateTimeOffset)(await Server.Control("clock"))["now"]!).Day.Should().Be(2);

        await Server.Control(HttpMethod.Post, "clock", new { set = "2027-01-01T00:00:00Z" });
        ((DateTimeOffset)(await Server.Control("clock"))["now"]!).Year.Should().Be(2027);

        await Server.Control(HttpMethod.Post, "reset");
        ((DateTimeOffset)(await Server.Control("clock"))["now"]!).Year.Should().Be(2026);
    }

    [Test]
    public async Task A_tenant_is_changed_by_profile_and_by_license()
    {
        ((string)(await Server.Control(HttpMethod.Put, "tenant", new { profile = "fabrikam-basic" }))["profile"]!).Should().Be("fabrikam-basic");

        await Server.Control(HttpMethod.Put, "tenant", new { profile = "contoso-e5" });
        JsonNode changed = await Server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { "AAD_PREMIUM_P2" }, add = new[] { "MADE_UP" } } });

        ((JsonArray)changed["licenses"]!).Select(l => (string)l!).Should().Contain("MADE_UP").And.NotContain("AAD_PREMIUM_P2");
    }

    [Test]
    public async Task A_tenant_has_the_personas_that_interfaces_promise()
    {
        JsonArray personas = (JsonArray)(await Server.Control("tenant"))["personas"]!;

        personas.Select(p => (string)p!["id"]!).Should().Contain(["global-admin", "security-reader", "exchange-admin", "no-roles", "guest"]);
        personas.Should().OnlyContain(p => p!["upn"] != null && p["roles"] is JsonArray);
    }

    [TestCase("POST", "sessions", """{"family":"nonsense"}""", 404)]
    [TestCase("POST", "sessions", """{"family":"defender","persona":"nobody"}""", 404)]
    [TestCase("POST", "sessions", """{"family":"defender","lifetime":"soon"}""", 400)]
    [TestCase("POST", "sessions", """{"family":"defender","kind":"odd"}""", 400)]
    [TestCase("POST", "sessions", """{"familly":"defender"}""", 400)]
    [TestCase("POST", "sessions", "not json", 400)]
    [TestCase("POST", "clock", """{"advance":"PT1H","set":"2026-01-01T00:00:00Z"}""", 400)]
    [TestCase("POST", "clock", """{"advance":"P99999D"}""", 200)]
    [TestCase("POST", "clock", """{"advance":"P9999999D"}""", 400)]
    [TestCase("PUT", "tenant", """{"profile":"nonsense"}""", 404)]
    [TestCase("GET", "exchanges/none", null, 404)]
    [TestCase("GET", "exchanges?status=red", null, 400)]
    [TestCase("GET", "operations?family=nonsense", null, 404)]
    [TestCase("GET", "nonsense", null, 404)]
    public async Task A_call_that_cannot_be_carried_out_is_a_problem_that_says_why(string method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/__harness/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using HttpResponseMessage answer = await Server.Client.SendAsync(request);

        ((int)answer.StatusCode).Should().Be(status);
        if (status >= 400)
        {
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            ((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!).Should().NotBeEmpty();
        }
    }

    [TestCase("evil.example")]
    [TestCase("127.0.0.1.evil.example")]
    [TestCase("harness.localhost.evil.example")]
    public async Task The_control_api_answers_to_this_machines_own_names_only(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/__harness/health") { Headers = { Host = host } };

        using HttpResponseMessage answer = await Server.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [TestCase("localhost")]
    [TestCase("127.0.0.1:5080")]
    [TestCase("[::1]:5080")]
    public async Task The_control_api_answers_to_each_of_this_machines_own_names(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/__harness/health") { Headers = { Host = host } };

        using HttpResponseMessage answer = await Server.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Beyond_loopback_the_control_api_asks_for_its_token()
    {
        await using RunningServer open = await RunningServer.Start(o => o with { Bind = "0.0.0.0", Families = ["entra-b2c"] });
        var address = new Uri($"http://127.0.0.1:{open.Server.Http.Port}/__harness/health");

        using HttpResponseMessage without = await open.Client.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new("Bearer", open.Server.ControlToken) } };
        using HttpResponseMessage with = await open.Client.SendAsync(request);

        without.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        with.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_home_page_lists_the_portals()
    {
        string page = await Server.Client.GetStringAsync("/");

        page.Should().Contain("sharepoint-admin").And.Contain("/__harness/sessions");
    }
}
