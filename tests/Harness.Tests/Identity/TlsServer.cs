using System.Net;
using System.Text.RegularExpressions;
using Harness.Contracts.Tenants;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>The mock with its HTTPS port, as clients of Microsoft's libraries meet it.</summary>
internal sealed partial class TlsServer : IAsyncDisposable
{
    private readonly TemporaryFolder _data;

    private TlsServer(RunningServer server, TemporaryFolder data)
    {
        Server = server;
        _data = data;
        Http = new TrustedHttp(server.Server.Https!.Port, data.Path);
    }

    public RunningServer Server { get; }

    public TrustedHttp Http { get; }

    public static async Task<TlsServer> Start()
    {
        var data = new TemporaryFolder();
        return new TlsServer(await RunningServer.Start(o => o with { HttpsPort = 0, Data = data.Path }), data);
    }

    /// <summary>Calls a portal under its real name with a token.</summary>
    public async Task<PortalAnswer> Call(string url, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage answer = await Http.GetHttpClient().SendAsync(request);
        return await PortalAnswer.Read(answer);
    }

    /// <summary>What a person does in a browser: opens a page, fills its forms in, and stops where the application's own address begins.</summary>
    public async Task<Uri> Browse(Uri start, params (string Name, string Value)[][] forms)
    {
        PortalAnswer page = await Send(new HttpRequestMessage(HttpMethod.Get, start));
        foreach ((string Name, string Value)[] fields in forms)
        {
            page = await Submit(page, fields);
        }

        page.Status.Should().Be(302, page.Text);
        return new Uri(page.Headers["Location"]);
    }

    /// <summary>Types a device's code and signs somebody in.</summary>
    public async Task ApproveDevice(string url, string userCode, Persona persona)
    {
        PortalAnswer page = await Send(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent([new("otc", userCode)]) });
        page = await Submit(page, ("persona", persona.Upn));
        page = await Submit(page, ("decision", "accept"));
        page.Text.Should().Contain("You have signed in");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        _data.Dispose();
    }

    private Task<PortalAnswer> Submit(PortalAnswer page, params (string Name, string Value)[] fields)
    {
        Match form = Form().Match(page.Text);
        form.Success.Should().BeTrue(page.Text);
        return Send(new HttpRequestMessage(HttpMethod.Post, WebUtility.HtmlDecode(form.Groups["action"].Value))
        {
            Content = new FormUrlEncodedContent([new("ctx", WebUtility.HtmlDecode(form.Groups["ctx"].Value)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]),
        });
    }

    private async Task<PortalAnswer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage answer = await Http.GetHttpClient().SendAsync(request);
            return await PortalAnswer.Read(answer);
        }
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\">\\s*<input type=\"hidden\" name=\"ctx\" value=\"(?<ctx>[^\"]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
