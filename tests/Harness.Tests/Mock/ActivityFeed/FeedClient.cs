using System.Text.Json.Nodes;
using Harness.Tests.Identity;
using Harness.Tests.Mock.Quirks;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.ActivityFeed;

/// <summary>A collector of audit content: the daemon's application, its token, and the feed's calls.</summary>
internal sealed class FeedClient(EntraServer entra, string token)
{
    public static readonly string[] Types = ["Audit.AzureActiveDirectory", "Audit.Exchange", "Audit.SharePoint", "Audit.General", "DLP.All"];

    public ApiCaller Api { get; } = new(entra.Server, token);

    public static string Root { get; } = $"manage.office.com/api/v1.0/{Contoso.Id}/activity/feed";

    public static async Task<FeedClient> SignIn(EntraServer entra) => new(entra, await TokenFor(entra));

    public static async Task<string> TokenFor(EntraServer entra) => EntraServer.Text(await entra.AppToken(Contoso.Daemon, $"{EntraServer.Manage}/.default"), "access_token");

    public Task<PortalAnswer> Start(string type, string? body = null) => Api.Send("POST", $"{Root}/subscriptions/start?contentType={type}", body);

    public Task<PortalAnswer> Stop(string type) => Api.Send("POST", $"{Root}/subscriptions/stop?contentType={type}");

    public Task<PortalAnswer> List() => Api.Get($"{Root}/subscriptions/list");

    public Task<PortalAnswer> Content(string type, string more = "") => Api.Get($"{Root}/subscriptions/content?contentType={type}{more}");

    public Task<PortalAnswer> Notifications(string type) => Api.Get($"{Root}/subscriptions/notifications?contentType={type}");

    /// <summary>Every blob of a stretch of time, page after page.</summary>
    public async Task<List<JsonNode>> Blobs(string type, DateTimeOffset start, DateTimeOffset end)
    {
        var blobs = new List<JsonNode>();
        string? next = $"{Root}/subscriptions/content?contentType={type}&startTime={Text(start)}&endTime={Text(end)}";
        while (next is not null)
        {
            PortalAnswer page = await Api.Get(next);
            page.Status.Should().Be(200, page.Text);
            blobs.AddRange(((JsonArray)page.Json!).Select(b => b!));
            next = page.Headers.GetValueOrDefault("NextPageUri");
        }

        return blobs;
    }

    /// <summary>Ids of the records behind a contentUri.</summary>
    public async Task<string[]> Records(JsonNode blob)
    {
        PortalAnswer content = await Api.Get(blob.Text("contentUri"));
        content.Status.Should().Be(200, content.Text);
        return [.. ((JsonArray)content.Json!).Select(r => r.Text("Id"))];
    }

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("s");
}
