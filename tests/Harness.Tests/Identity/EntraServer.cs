using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Harness.Contracts.Tenants;
using Harness.Mock;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>The token service on a real socket, called in the path form as a program without any library would.</summary>
internal sealed partial class EntraServer : IAsyncDisposable
{
    public const string Host = "login.microsoftonline.com";
    public const string Redirect = "http://localhost:8400";
    public const string Graph = "https://graph.microsoft.com";
    public const string Manage = "https://manage.office.com";
    public const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
    public const string OnBehalfOf = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /// <summary>A pair of RFC 7636, appendix B.</summary>
    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    public const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private EntraServer(RunningServer server) => Server = server;

    public RunningServer Server { get; }

    public static async Task<EntraServer> Start(Func<MockServerOptions, MockServerOptions>? change = null) => new(await RunningServer.Start(change));

    public Task<PortalAnswer> Get(string path, Action<HttpRequestMessage>? change = null) => Server.Call("GET", $"{Host}/{path}", null, change);

    public Task<PortalAnswer> Post(string path, params (string Name, string Value)[] form) => PostWith(path, null, form);

    public Task<PortalAnswer> PostWith(string path, Action<HttpRequestMessage>? change, params (string Name, string Value)[] form) =>
        Server.Call("POST", $"{Host}/{path}", null, request =>
        {
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            change?.Invoke(request);
        });

    /// <summary>The v2 token endpoint of the default tenant.</summary>
    public Task<PortalAnswer> Token(params (string Name, string Value)[] form) => Post($"{Contoso.Id}/oauth2/v2.0/token", form);

    public Task<PortalAnswer> AppToken(AppRegistration app, string scope, params (string Name, string Value)[] more) =>
        Token([("grant_type", "client_credentials"), ("client_id", app.Key()), ("client_secret", app.Secret ?? ""), ("scope", scope), .. more]);

    public Task<PortalAnswer> Password(Persona persona, string scope = $"{Graph}/User.Read", AppRegistration? app = null, params (string Name, string Value)[] more) =>
        Token([("grant_type", "password"), ("client_id", (app ?? Contoso.Desk).Key()), ("username", persona.Upn), ("password", persona.Password), ("scope", scope), .. more]);

    public static string AuthorizePath(AppRegistration app, string scope, string tenant = "", params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
            [("client_id", app.Key()), ("response_type", "code"), ("redirect_uri", Redirect), ("scope", scope), ("state", "st-1"), ("code_challenge", Challenge), ("code_challenge_method", "S256")];
        var all = usual.Where(u => !more.Any(m => m.Name == u.Name)).Concat(more).Where(p => p.Value.Length > 0);
        return $"{(tenant.Length > 0 ? tenant : Contoso.Id)}/oauth2/v2.0/authorize?{string.Join('&', all.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";
    }

    /// <summary>Sends the form of a page with what a person fills in; a sign-in page is answered by a persona's button.</summary>
    public Task<PortalAnswer> Submit(PortalAnswer page, params (string Name, string Value)[] fields)
    {
        Match form = Form().Match(page.Text);
        form.Success.Should().BeTrue($"there is no form in {page.Status} {page.Headers.GetValueOrDefault("Location")} {page.Text}");
        string path = Uri.UnescapeDataString(new Uri(System.Net.WebUtility.HtmlDecode(form.Groups["action"].Value)).AbsolutePath)[(Host.Length + 2)..];
        return Post(path, [("ctx", System.Net.WebUtility.HtmlDecode(form.Groups["ctx"].Value)), .. fields]);
    }

    /// <summary>Signs somebody in on the authorize page; what comes back may be a redirect or another page.</summary>
    public async Task<PortalAnswer> SignIn(string authorizePath, Persona persona) => await Submit(await Get(authorizePath), ("persona", persona.Upn));

    /// <summary>A code for the desk client, without a page to consent on.</summary>
    public async Task<string> Code(string scope = $"{Graph}/User.Read openid profile offline_access", AppRegistration? app = null, Persona? persona = null, params (string Name, string Value)[] more) =>
        Parameter(await SignIn(AuthorizePath(app ?? Contoso.Desk, scope, "", more), persona ?? Contoso.Admin), "code");

    public Task<PortalAnswer> Redeem(string code, AppRegistration? app = null, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
            [("grant_type", "authorization_code"), ("client_id", (app ?? Contoso.Desk).Key()), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier)];
        return Token([.. usual.Where(u => !more.Any(m => m.Name == u.Name)), .. more.Where(m => m.Value.Length > 0)]);
    }

    public Task<PortalAnswer> Refresh(string token, AppRegistration? app = null, params (string Name, string Value)[] more) =>
        Token([("grant_type", "refresh_token"), ("client_id", (app ?? Contoso.Desk).Key()), ("refresh_token", token), .. more]);

    public Task<JsonNode> Advance(string by) => Server.Control(HttpMethod.Post, "clock", new { advance = by });

    /// <summary>A parameter of the redirect, in its query or fragment.</summary>
    public static string Parameter(PortalAnswer redirect, string name)
    {
        redirect.Status.Should().Be(302, redirect.Text);
        string location = redirect.Headers["Location"];
        string query = location[(location.IndexOfAny(['?', '#']) + 1)..];
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).TryGetValue(name, out var value) ? value.ToString() : throw new AssertionException($"no '{name}' in {location}");
    }

    public static JsonElement Claims(string jwt)
    {
        using JsonDocument document = JsonDocument.Parse(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(jwt.Split('.')[1]));
        return document.RootElement.Clone();
    }

    public static string Text(PortalAnswer answer, string member) => (string?)answer.Json![member] ?? throw new AssertionException($"no '{member}' in {answer.Text}");

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\">\\s*<input type=\"hidden\" name=\"ctx\" value=\"(?<ctx>[^\"]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
