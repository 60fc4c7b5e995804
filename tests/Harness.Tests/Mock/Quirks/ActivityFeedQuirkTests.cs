using System.Text.Json.Nodes;
using Harness.Tests.Identity;
using Harness.Tests.Mock.ActivityFeed;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.Quirks;

internal sealed class ActivityFeedQuirkTests
{
    private const string General = "Audit.General";
    private const string Publisher = "3b3f1c3e-7f3d-4b61-8f8e-4a0f4a6d2f11";

    private static readonly DateTimeOffset Begin = new(2026, 11, 4, 9, 20, 0, TimeSpan.Zero);

    private EntraServer _entra = null!;
    private FeedClient _feed = null!;

    [OneTimeSetUp]
    public async Task Start() => _entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Clock = Begin });

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _feed = await FeedClient.SignIn(_entra);
    }

    [Test]
    public async Task A_subscription_is_started_listed_and_stopped_and_a_reset_forgets_it()
    {
        PortalAnswer started = await _feed.Start(General);

        started.Status.Should().Be(200);
        started.Json!.Text("status").Should().Be("enabled");
        started.Json!["webhook"].Should().BeNull();
        (await Status(General)).Should().Be("enabled");
        PortalAnswer stopped = await _feed.Stop(General);
        stopped.Status.Should().Be(200);
        stopped.Bytes.Should().BeEmpty();
        (await Status(General)).Should().Be("disabled");
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _feed = await FeedClient.SignIn(_entra);
        (await Status(General)).Should().BeNull();
    }

    [Test]
    public async Task Another_tenant_has_subscriptions_of_its_own()
    {
        await _feed.Start(General);
        await _entra.Server.Control(HttpMethod.Put, "tenant", new { profile = "contoso-e3" });
        string other = (string)(await _entra.Server.Control("tenant"))["tenantId"]!;
        string path = $"/api/v1.0/{other}/activity/feed/subscriptions/list";
        PortalSession session = await _entra.Server.Session("o365-management", new { kind = "app", @for = new { method = "GET", host = "manage.office.com", path } });

        PortalAnswer list = await _entra.Server.Call("GET", $"manage.office.com{path}", session);

        ((JsonArray)list.Json!).Select(s => s.Text("contentType")).Should().NotContain(General);
    }

    [Test]
    public async Task A_new_subscription_has_a_days_history_and_one_started_again_has_lost_what_came_meanwhile()
    {
        await _feed.Start(General);
        ((JsonArray)(await _feed.Content(General)).Json!).Should().HaveCountGreaterThan(20);

        await _feed.Stop(General);
        await _entra.Advance("PT3H");
        _feed.Api.Token = await FeedClient.TokenFor(_entra);
        await _feed.Start(General);

        ((JsonArray)(await _feed.Content(General)).Json!).Should().BeEmpty();
        await _entra.Advance("PT30M");
        ((JsonArray)(await _feed.Content(General)).Json!).Should().NotBeEmpty();
    }

    [Test]
    public async Task A_long_list_comes_in_pages_that_the_header_leads_through()
    {
        await _feed.Start("Audit.Exchange");
        PortalAnswer first = await _feed.Content("Audit.Exchange", "&PublisherIdentifier=" + Publisher);

        first.Headers.Should().ContainKey("NextPageUri");
        string next = first.Headers["NextPageUri"];
        next.Should().Contain($"/manage.office.com/api/v1/{Contoso.Id}/activity/feed/subscriptions/content?contentType=Audit.Exchange&startTime=").And.Contain("nextPage=").And.EndWith(Publisher);
        PortalAnswer second = await _feed.Api.Get(next);
        ((JsonArray)second.Json!).Select(b => b.Text("contentId")).Should().NotIntersectWith(((JsonArray)first.Json!).Select(b => b.Text("contentId"))).And.NotBeEmpty();
        ((JsonArray)first.Json!).Concat((JsonArray)second.Json!).Select(b => b.Text("contentCreated")).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public async Task A_blob_holds_records_of_the_tenant_and_expires_after_seven_days()
    {
        await _feed.Start(General);
        JsonNode blob = ((JsonArray)(await _feed.Content(General)).Json!)[0]!;

        PortalAnswer content = await _feed.Api.Get(blob.Text("contentUri"));

        content.Status.Should().Be(200);
        JsonNode record = content.Json![0]!;
        record.Text("OrganizationId").Should().Be(Contoso.Id);
        record.Text("CreationTime").Should().NotEndWith("Z");
        Contoso.Tenant.Personas.Select(p => p.Upn).Should().Contain(record.Text("UserId").Contains("contoso", StringComparison.Ordinal) ? Contoso.Admin.Upn : "");
        (DateTimeOffset.Parse(blob.Text("contentExpiration"), null) - DateTimeOffset.Parse(blob.Text("contentCreated"), null)).Should().Be(TimeSpan.FromDays(7));
        await _entra.Advance("P7D");
        _feed.Api.Token = await FeedClient.TokenFor(_entra);
        Code(await _feed.Api.Get(blob.Text("contentUri"))).Should().Be("AF20051");
    }

    [Test]
    public async Task Content_that_a_window_of_the_last_days_names_lies_in_that_window()
    {
        await _feed.Start(General);
        await _entra.Advance("P3D");
        _feed.Api.Token = await FeedClient.TokenFor(_entra);

        JsonArray day = (JsonArray)(await _feed.Content(General, "&startTime=2026-11-05&endTime=2026-11-06")).Json!;

        day.Should().NotBeEmpty().And.OnlyContain(b => b.Text("contentCreated").StartsWith("2026-11-05T", StringComparison.Ordinal));
    }

    [Test]
    public async Task Sensitive_types_have_friendly_names_for_one_language_at_a_time()
    {
        string path = $"{FeedClient.Root}/resources/dlpSensitiveTypes";

        PortalAnswer names = await _feed.Api.Get(path);

        ((JsonArray)names.Json!).Select(t => t.Text("name")).Should().Contain("Credit Card Number");
        Code(await _feed.Api.Send("GET", path, null, ("Accept-Language", "en-US, de-DE"))).Should().Be("AF20053");
        Code(await _feed.Api.Send("GET", path, null, ("Accept-Language", "en_US!"))).Should().Be("AF20054");
    }

    [TestCase("GET", "subscriptions/content?contentType=Audit.General", "AF20022", "subscription-missing")]
    [TestCase("GET", "subscriptions/content?contentType=Audit.Exchange", "AF20023", "subscription-disabled")]
    [TestCase("POST", "subscriptions/stop?contentType=Audit.General", "AF20022", "subscription-missing")]
    [TestCase("POST", "subscriptions/start", "AF20001", "query-missing")]
    [TestCase("POST", "subscriptions/start?contentType=Audit.Everything", "AF20020", "query-missing")]
    [TestCase("POST", "subscriptions/start?contentType=DLP.All", "AF20024", "already-enabled")]
    [TestCase("GET", "subscriptions/list?PublisherIdentifier=me", "AF20002", "query-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&startTime=2026-11-04", "AF20055", "window-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&startTime=2026-11-04T08:00&endTime=2026-11-04T08:00", "AF20055", "window-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&startTime=2026-11-02T08:00&endTime=2026-11-03T08:01", "AF20055", "window-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&startTime=2026-10-28T09:00&endTime=2026-10-28T10:00", "AF20055", "window-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&startTime=soon&endTime=later", "AF20002", "query-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&nextPage=2", "AF20031", "query-invalid")]
    [TestCase("GET", "subscriptions/content?contentType=DLP.All&nextPage=2015101900R022885001761", "AF20031", "query-invalid")]
    [TestCase("GET", "subscriptions/notifications?contentType=DLP.All&startTime=2026-11-04", "AF20030", "window-invalid")]
    [TestCase("GET", "audit/nonsense", "AF20052", "content-id-invalid")]
    [TestCase("GET", "audit/000002989999$000002989999$00000000000000000000000000000000dlp2026110409$00000000000000000000000000000000$04", "AF20050", "no-such-object")]
    public async Task A_call_that_asks_for_too_much_gets_the_documented_code(string method, string path, string code, string decision)
    {
        PortalAnswer answer = await _feed.Api.Send(method, $"{FeedClient.Root}/{path}");

        answer.Status.Should().Be(400);
        Code(answer).Should().Be(code);
        answer.Decision.Should().EndWith("/" + decision);
    }

    [TestCase("{\"webhook\":{}}", "AF20001")]
    [TestCase("{\"webhook\":7}", "AF20002")]
    [TestCase("not json", "AF20002")]
    [TestCase("{\"webhook\":{\"address\":\"https://localhost:1/hook\",\"expiration\":\"2026-11-04T09:00:00Z\"}}", "AF20003")]
    [TestCase("{\"webhook\":{\"address\":\"https://localhost:1/hook\",\"expiration\":\"one day\"}}", "AF20002")]
    [TestCase("{\"webhook\":{\"address\":\"http://192.0.2.1/hook\"}}", "AF20021")]
    public async Task A_broken_webhook_gets_the_documented_code_and_changes_nothing(string body, string code)
    {
        Code(await _feed.Start(General, body)).Should().Be(code);

        (await Status(General)).Should().BeNull();
    }

    [Test]
    public async Task The_tenant_in_the_path_must_be_the_tokens()
    {
        PortalAnswer other = await _feed.Api.Get($"manage.office.com/api/v1.0/{Contoso.Fabrikam.Id}/activity/feed/subscriptions/list");
        PortalAnswer name = await _feed.Api.Get("manage.office.com/api/v1.0/contoso.onmicrosoft.com/activity/feed/subscriptions/list");

        other.Status.Should().Be(403);
        Code(other).Should().Be("AF20010");
        other.Text.Should().Contain(Contoso.Id).And.Contain(Contoso.Fabrikam.Id.ToString());
        Code(name).Should().Be("AF20013");
    }

    [Test]
    public async Task Content_about_data_loss_needs_a_permission_of_its_own()
    {
        PortalAnswer token = await _entra.Password(Contoso.Admin, $"{EntraServer.Manage}/ActivityFeed.Read");
        PortalSession session = await _entra.Server.Session("o365-management");
        _feed.Api.Token = EntraServer.Text(await _entra.AppToken(Contoso.Orders, $"{EntraServer.Manage}/.default"), "access_token");

        PortalAnswer refused = await _feed.Content("DLP.All");

        token.Status.Should().Be(200);
        session.Headers.Should().ContainKey("Authorization");
        refused.Status.Should().Be(403);
        Code(refused).Should().Be("AF10001");
        refused.Text.Should().Contain("ActivityFeed.ReadDlp");
        (await _feed.Start(General)).Status.Should().Be(200);
    }

    [Test]
    public async Task A_tenant_without_an_audit_log_cannot_subscribe()
    {
        await _entra.Server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { "UnifiedAuditLog" } } });

        PortalAnswer answer = await _feed.Start(General);

        answer.Status.Should().Be(500);
        answer.Text.Should().Contain("StartSubscription [TenantId=").And.Contain("does not exist");
    }

    [Test]
    public async Task A_publisher_who_asks_too_often_is_throttled_with_403_and_others_are_not()
    {
        using ContractFolder contracts = Throttled();
        await using EntraServer entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Clock = Begin, CoreContracts = contracts.Path });
        FeedClient feed = await FeedClient.SignIn(entra);
        string list = $"{FeedClient.Root}/subscriptions/list";
        for (int i = 0; i < 3; i++)
        {
            (await feed.Api.Get($"{list}?PublisherIdentifier={Publisher}")).Status.Should().Be(200);
        }

        PortalAnswer throttled = await feed.Api.Get($"{list}?PublisherIdentifier={Publisher}");

        throttled.Status.Should().Be(403);
        throttled.Text.Should().Be($"{{'error':{{'code':'AF429','message':'Too many requests. Method=ListSubscriptions, PublisherId={Publisher}'}}}}");
        throttled.Decision.Should().Be("quirk/throttled");
        (await feed.List()).Status.Should().Be(200);
        await entra.Advance("PT1M");
        (await feed.Api.Get($"{list}?PublisherIdentifier={Publisher}")).Status.Should().Be(200);
    }

    [Test]
    public async Task A_stub_still_comes_first()
    {
        using var mocks = new TemporaryFolder();
        mocks.With("o365-management/list.json", $$$"""{ "Request": { "Path": "/api/v1.0/{{{Contoso.Id}}}/activity/feed/subscriptions/list" }, "Response": { "StatusCode": 203 } }""");
        await using EntraServer entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Mocks = mocks.Path });

        (await (await FeedClient.SignIn(entra)).List()).Status.Should().Be(203);
    }

    private static string Code(PortalAnswer answer) => answer.Json.Text("error/code");

    private static ContractFolder Throttled()
    {
        string folder = Path.Combine(Repository.Contracts, "o365-management");
        return new ContractFolder()
            .With("o365-management/openapi.yml", File.ReadAllText(Path.Combine(folder, "openapi.yml")))
            .With("o365-management/family.yml", File.ReadAllText(Path.Combine(folder, "family.yml")).Replace("perMinute: 60000", "perMinute: 3", StringComparison.Ordinal));
    }

    private async Task<string?> Status(string type) => ((JsonArray)(await _feed.List()).Json!).FirstOrDefault(s => s.Text("contentType") == type)?.Text("status");
}
