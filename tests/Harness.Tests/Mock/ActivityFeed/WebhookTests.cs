using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.ActivityFeed;

internal sealed class WebhookTests
{
    private const string General = "Audit.General";

    private EntraServer _entra = null!;
    private FeedClient _feed = null!;

    [OneTimeSetUp]
    public async Task Start() => _entra = await EntraServer.Start(o => o with { Families = ["o365-management"], Clock = new DateTimeOffset(2026, 11, 4, 9, 20, 0, TimeSpan.Zero) });

    [OneTimeTearDown]
    public async Task Stop() => await _entra.DisposeAsync();

    [SetUp]
    public async Task Reset()
    {
        await _entra.Server.Control(HttpMethod.Post, "reset");
        _feed = await FeedClient.SignIn(_entra);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_webhook_proves_itself_and_is_told_of_new_content_with_addresses_that_answer(bool isSecure)
    {
        await using WebhookListener listener = await WebhookListener.Start(isSecure);

        PortalAnswer started = await _feed.Start(General, Hook(listener.Address, "o365activityapinotification"));

        WebhookCall proof = await listener.Next();
        started.Status.Should().Be(200, started.Text);
        started.Json.Text("webhook/status").Should().Be("enabled");
        started.Json.Text("webhook/address").Should().Be(listener.Address);
        Guid.TryParse(proof.ValidationCode, out _).Should().BeTrue();
        JsonNode.Parse(proof.Body).Text("validationCode").Should().Be(proof.ValidationCode);
        proof.AuthId.Should().Be("o365activityapinotification");
        await _entra.Advance("PT2H");
        _feed.Api.Token = await FeedClient.TokenFor(_entra);
        WebhookCall told = await listener.Next();
        told.AuthId.Should().Be("o365activityapinotification");
        JsonNode blob = JsonNode.Parse(told.Body)![0]!;
        blob.Text("tenantId").Should().Be(Contoso.Id);
        blob.Text("clientId").Should().Be(Contoso.Daemon.Key());
        blob.Text("contentType").Should().Be(General);
        (await _feed.Records(blob)).Should().NotBeEmpty();

        // Noted when the webhook's answer is back, which may take a moment more.
        await Until(async () => (await Notified()).Count > 0);
        (await Notified()).Should().NotBeEmpty().And.OnlyContain(n => n.Text("notificationStatus") == "success");
    }

    [Test]
    public async Task Everything_that_comes_is_told_once_however_the_clock_jumps()
    {
        await using WebhookListener listener = await WebhookListener.Start();
        await _feed.Start(General, Hook(listener.Address));
        await listener.Next();
        var told = new List<string>();
        for (int day = 0; day < 3; day++)
        {
            await _entra.Advance("PT20H");
            _feed.Api.Token = await FeedClient.TokenFor(_entra);
            do
            {
                told.AddRange(((JsonArray)JsonNode.Parse((await listener.Next()).Body)!).Select(b => b.Text("contentId")));
            }
            while (listener.HasMore || told.Count % 100 == 0);
        }

        string[] listed = [.. ((JsonArray)(await _feed.Content(General)).Json!).Select(b => b.Text("contentId"))];
        told.Should().OnlyHaveUniqueItems();
        told.Should().Contain(listed.Take(20));
    }

    [TestCase(500)]
    [TestCase(204)]
    [TestCase(302)]
    public async Task A_webhook_that_does_not_answer_200_is_not_taken_and_nothing_changes(int status)
    {
        await using WebhookListener listener = await WebhookListener.Start();
        listener.Status = status;

        PortalAnswer answer = await _feed.Start(General, Hook(listener.Address));

        answer.Status.Should().Be(400);
        answer.Json.Text("error/code").Should().Be("AF20021");
        answer.Text.Should().Contain("did not return HTTP 200").And.Contain(listener.Address);
        answer.Decision.Should().Be("state/webhook-not-validated");
        await listener.Next();
        listener.HasMore.Should().BeFalse("redirects are not followed");
        (await _feed.List()).Text.Should().NotContain(General);
    }

    [TestCase("https://192.0.2.1/hook")]
    [TestCase("https://[::ffff:192.0.2.1]/hook")]
    [TestCase("https://0.0.0.0/hook")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://[2001:db8::1]:8443/hook")]
    [TestCase("https://no-such-host.invalid/hook")]
    public async Task Nobody_but_this_machine_is_called(string address)
    {
        PortalAnswer answer = await _feed.Start(General, Hook(address));

        answer.Json.Text("error/code").Should().Be("AF20021");
        answer.Decision.Should().Be("state/webhook-not-loopback");
    }

    [TestCase("http://contoso.com/hook")]
    [TestCase("ftp://localhost/hook")]
    [TestCase("file:///etc/passwd")]
    [TestCase("hook")]
    public async Task An_address_that_does_not_begin_with_https_is_refused(string address)
    {
        PortalAnswer answer = await _feed.Start(General, Hook(address));

        answer.Json.Text("error/code").Should().Be("AF20021");
        answer.Text.Should().Contain("must begin with HTTPS");
    }

    [Test]
    public async Task A_webhook_that_fails_is_tried_again_with_growing_waits_and_then_given_up_until_it_is_started_again()
    {
        await using WebhookListener listener = await WebhookListener.Start();
        await _feed.Start(General, Hook(listener.Address));
        await listener.Next();
        listener.Status = 503;
        await _entra.Advance("PT2H");
        foreach (string wait in new[] { "PT61S", "PT301S", "PT901S", "PT3601S" })
        {
            await listener.Next();
            await _entra.Advance(wait);
        }

        await listener.Next();

        _feed.Api.Token = await FeedClient.TokenFor(_entra);
        await Until(async () => (await Webhook()).Text("status") == "disabled");
        (await Notified()).Should().NotBeEmpty().And.OnlyContain(n => n.Text("notificationStatus") == "failed");
        ((JsonArray)(await _feed.Content(General)).Json!).Should().NotBeEmpty("polling goes on");
        listener.Status = 200;
        (await _feed.Start(General, Hook(listener.Address))).Json.Text("webhook/status").Should().Be("enabled");
    }

    [Test]
    public async Task A_webhook_that_changes_nothing_is_already_enabled_and_one_without_takes_it_away()
    {
        await using WebhookListener listener = await WebhookListener.Start();
        await _feed.Start(General, Hook(listener.Address));

        PortalAnswer again = await _feed.Start(General, Hook(listener.Address));
        PortalAnswer without = await _feed.Start(General);

        again.Json.Text("error/code").Should().Be("AF20024");
        without.Status.Should().Be(200);
        without.Json!["webhook"].Should().BeNull();
    }

    [Test]
    public async Task A_webhook_past_its_expiration_is_told_nothing()
    {
        await using WebhookListener listener = await WebhookListener.Start();
        await _feed.Start(General, JsonSerializer.Serialize(new { webhook = new { address = listener.Address, expiration = "2026-11-04T10:00:00Z" } }));
        await listener.Next();

        await _entra.Advance("PT3H");

        _feed.Api.Token = await FeedClient.TokenFor(_entra);
        (await Webhook()).Text("status").Should().Be("expired");
        listener.HasMore.Should().BeFalse();
    }

    private static string Hook(string address, string? authId = null) => JsonSerializer.Serialize(new { webhook = new { address, authId, expiration = "" } });

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 200 && !await holds(); i++)
        {
            await Task.Delay(50);
        }

        (await holds()).Should().BeTrue();
    }

    private async Task<JsonNode> Webhook() => ((JsonArray)(await _feed.List()).Json!).Single(s => s.Text("contentType") == General)!["webhook"]!;

    private async Task<JsonArray> Notified() => (JsonArray)(await _feed.Notifications(General)).Json!;
}
