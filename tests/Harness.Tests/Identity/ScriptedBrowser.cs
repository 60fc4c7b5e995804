using Microsoft.Identity.Client.Extensibility;

namespace Harness.Tests.Identity;

/// <summary>MSAL's window into a browser, with a script for a person.</summary>
internal sealed class ScriptedBrowser(TlsServer server, params (string Name, string Value)[][] forms) : ICustomWebUi
{
    public Task<Uri> AcquireAuthorizationCodeAsync(Uri authorizationUri, Uri redirectUri, CancellationToken cancellationToken) => server.Browse(authorizationUri, forms);
}
