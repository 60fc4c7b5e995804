using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Tests.Identity;
using Harness.Tests.Support;

namespace Harness.Tests.Mock.SignIn;

/// <summary>From the sign-in page to a write, for portals that hold tokens instead of cookies. .NET's own client, nothing of ours on the wire.</summary>
internal sealed partial class BearerWalkTests
{
    private const string Iam = "main.iam.ad.ext.azure.com/api";

    private RunningServer _server = null!;
    private HttpClient _client = null!;

    private string Own => $"http://127.0.0.1:{_server.Server.Http.Port}";

    [OneTimeSetUp]
    public async Task Start() => _server = await RunningServer.Start(o => o with { Families = ["entra-iam", "viva-engage"] });

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Open()
    {
        await _server.Control(HttpMethod.Post, "reset");
        _client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), UseProxy = false, AllowAutoRedirect = false });
    }

    [TearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task A_bearer_portal_is_walked_from_the_sign_in_page_to_a_write_and_past_the_tokens_end()
    {
        JsonNode token = await SignIn(Contoso.AzureCli.ClientId, "74658136-14ec-4630-ad9b-26e160ff0fc6/user_impersonation offline_access", "http://localhost", null);

        JsonArray users = (JsonArray)(await Json(await Iamed(HttpMethod.Post, "Users?top=10&searchText=", token)))!["items"]!;
        users.Should().HaveCountGreaterThan(2);
        string id = (string)users[^1]!["objectId"]!;
        ((string)(await Json(await Iamed(HttpMethod.Get, $"Users/{id}", token)))!["objectId"]!).Should().Be(id);
        using HttpResponseMessage made = await Iamed(HttpMethod.Post, "NamedNetworksV2", token, new { networkName = "Head office", isTrustedLocation = true });
        string place = (string)(await Json(made))!["networkId"]!;

        JsonNode shown = (await Json(await Iamed(HttpMethod.Get, $"NamedNetworksV2/{place}", token)))!;
        ((string)shown["networkName"]!).Should().Be("Head office");
        ((JsonArray)(await Json(await Iamed(HttpMethod.Get, "NamedNetworksV2", token)))!).Select(n => (string)n!["networkId"]!).Should().Contain(place);

        await _server.Control(HttpMethod.Post, "clock", new { advance = "PT2H" });
        (await Iamed(HttpMethod.Get, $"Users/{id}", token)).StatusCode.Should().Be(HttpStatusCode.BadRequest, "this portal calls an expired token a bad request");
        JsonNode fresh = await Redeem([new("grant_type", "refresh_token"), new("client_id", Contoso.AzureCli.Key()), new("refresh_token", (string)token["refresh_token"]!)], null);
        (await Iamed(HttpMethod.Get, $"Users/{id}", fresh)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task Viva_Engage_is_walked_from_the_sign_in_page_to_a_long_poll()
    {
        JsonNode token = await SignIn(
            Contoso.App("Yammer Web").ClientId, "https://www.yammer.com/user_impersonation openid profile offline_access", "https://engage.cloud.microsoft/main/authredirect", "https://engage.cloud.microsoft");
        string query = "{\"operationName\":\"RealtimeConnectionSettingsClients\",\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + new string('a', 64) + "\"}}}";
        using var settings = new HttpRequestMessage(HttpMethod.Post, $"{Own}/engage.cloud.microsoft/graphql") { Content = new StringContent(query, MediaTypeHeaderValue.Parse("application/json")) };
        settings.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        JsonNode answer = (await Json(await _client.SendAsync(settings)))!;
        string relay = ((string)answer["data"]!["settings"]!["realtimeConnectionSettings"]!["cometdBaseUrl"]!).Replace("https://", $"{Own}/", StringComparison.Ordinal);

        string client = (string)(await Relay(relay + "handshake", new
        {
            channel = "/meta/handshake",
            id = "1",
            version = "1.0",
            supportedConnectionTypes = new[] { "long-polling" },
            ext = new { auth = "oauth", token = (string)token["access_token"]!, hub_tenant_token = "none" },
        }))["clientId"]!;
        ((bool)(await Relay(relay, new { channel = "/meta/subscribe", id = "2", subscription = "/users/1/actions", clientId = client }))["successful"]!).Should().BeTrue();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        JsonNode poll = await Relay(relay + "connect", new { channel = "/meta/connect", id = "3", connectionType = "long-polling", clientId = client, advice = new { timeout = 500 } });

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(400), "the poll is held open");
        ((bool)poll["successful"]!).Should().BeTrue();
    }

    [Test]
    public async Task The_journal_names_the_sign_in_calls_by_their_endpoints()
    {
        await SignIn(Contoso.AzureCli.ClientId, "74658136-14ec-4630-ad9b-26e160ff0fc6/user_impersonation", "http://localhost", null);

        JsonNode?[] calls = [.. (JsonArray)(await _server.Control("exchanges?family=entra-id"))["exchanges"]!];

        calls.Select(c => (string)c!["operation"]!).Reverse().Should().Equal(
            "GET /{tenant}/oauth2/v2.0/authorize", "POST /{tenant}/login", "POST /{tenant}/oauth2/v2.0/token");
        calls.Should().OnlyContain(c => (string)c!["decision"]!["stage"]! == "identity" && ((string)c["decision"]!["because"]!).Length > 0);
    }

    [TestCase("login.windows.net/no/such/endpoint", null, "no-such-operation")]
    [TestCase("login.microsoftonline.com/harness/sign-in", "GET /harness/sign-in", "sign-in-page")]
    public async Task The_journal_has_what_no_endpoint_of_the_token_service_answers_too(string target, string? operation, string code)
    {
        using HttpResponseMessage answer = await _client.GetAsync($"{Own}/{target}");

        JsonNode call = ((JsonArray)(await _server.Control("exchanges?family=entra-id"))["exchanges"]!).Should().ContainSingle().Subject!;
        ((string?)call["operation"]).Should().Be(operation);
        ((string)call["decision"]!["code"]!).Should().Be(code);
        ((int)call["response"]!["status"]!).Should().Be((int)answer.StatusCode);
    }

    // Authorize, the page's form, the redirect, the code's redemption.
    private async Task<JsonNode> SignIn(Guid client, string scope, string redirect, string? origin)
    {
        string query = string.Join('&', new Dictionary<string, string>
        {
            ["client_id"] = client.ToString("D"),
            ["response_type"] = "code",
            ["redirect_uri"] = redirect,
            ["scope"] = scope,
            ["code_challenge"] = EntraServer.Challenge,
            ["code_challenge_method"] = "S256",
        }.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        using HttpResponseMessage page = await _client.GetAsync($"{Own}/login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/authorize?{query}");
        Match form = Form().Match(await page.Content.ReadAsStringAsync());
        using HttpResponseMessage picked = await _client.PostAsync(
            WebUtility.HtmlDecode(form.Groups["action"].Value), new FormUrlEncodedContent([new("ctx", WebUtility.HtmlDecode(form.Groups["ctx"].Value)), new("persona", Contoso.Admin.Upn)]));
        picked.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var location = new Uri(new Uri(Own), picked.Headers.Location!);
        string code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(location.Query)["code"].ToString();
        return await Redeem(
            [new("grant_type", "authorization_code"), new("client_id", client.ToString("D")), new("code", code), new("redirect_uri", redirect), new("code_verifier", EntraServer.Verifier)], origin);
    }

    private async Task<JsonNode> Redeem(KeyValuePair<string, string>[] form, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Own}/login.microsoftonline.com/{Contoso.Id}/oauth2/v2.0/token") { Content = new FormUrlEncodedContent(form) };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using HttpResponseMessage answer = await _client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> Iamed(HttpMethod method, string path, JsonNode token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Own}/{Iam}/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        request.Headers.Add("X-Ms-Client-Request-Id", "0f6f1a8e-6d7c-4a54-9a53-4f0f5f2d7c11");
        return await _client.SendAsync(request);
    }

    private async Task<JsonNode> Relay(string address, object message)
    {
        using HttpResponseMessage answer = await _client.PostAsync(address, JsonContent.Create(new[] { message }));
        return (await Json(answer))![0]!;
    }

    private static async Task<JsonNode?> Json(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.OK, text);
        return JsonNode.Parse(text);
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\">\\s*<input type=\"hidden\" name=\"ctx\" value=\"(?<ctx>[^\"]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
