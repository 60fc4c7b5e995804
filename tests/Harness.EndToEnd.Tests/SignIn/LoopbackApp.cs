using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Web;

namespace Harness.EndToEnd.Tests.SignIn;

/// <summary>An application that waits at a loopback address for what a browser is sent back with.</summary>
internal sealed class LoopbackApp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpListener _listener = new();

    public LoopbackApp()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            RedirectUri = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{RedirectUri}/");
        _listener.Start();
    }

    public string RedirectUri { get; }

    /// <summary>The parameters of the first request, of its query or its form.</summary>
    public async Task<(string Method, NameValueCollection Parameters)> Wait()
    {
        HttpListenerContext call = await _listener.GetContextAsync().WaitAsync(Patience);
        using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
        string form = await reader.ReadToEndAsync();
        call.Response.ContentType = "text/html";
        await call.Response.OutputStream.WriteAsync("<title>Back in the application</title>"u8.ToArray());
        call.Response.Close();
        return (call.Request.HttpMethod, form.Length > 0 ? HttpUtility.ParseQueryString(form) : call.Request.QueryString);
    }

    public void Dispose() => _listener.Close();
}
