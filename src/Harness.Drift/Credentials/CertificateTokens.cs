using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Harness.Contracts;
using Harness.Drift.Targets;
using Microsoft.Identity.Client;

namespace Harness.Drift.Credentials;

/// <summary>Tokens of an application that proves itself with a certificate.</summary>
internal sealed class CertificateTokens(Target target, string file) : ITokenProvider
{
    private IConfidentialClientApplication? _application;

    public bool CanRenew => true;

    public Task<string?> Any(CancellationToken cancelled) => Task.FromResult<string?>(null);

    public async Task<string?> Get(string audience, CancellationToken cancelled)
    {
        try
        {
            AuthenticationResult result = await Application().AcquireTokenForClient(MsalAuthority.Scopes(audience)).ExecuteAsync(cancelled);
            return result.AccessToken;
        }
        catch (MsalException exception)
        {
            throw new HarnessException($"the token service gave no token for {audience} ({exception.ErrorCode})", "Check the application's certificate and permissions in the target's tenant");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IConfidentialClientApplication Application() => _application ??= ConfidentialClientApplicationBuilder
        .Create(target.Credentials.Text("clientId"))
        .WithAuthority(MsalAuthority.Of(target), validateAuthority: target.Credentials.Text("authority") is null)
        .WithInstanceDiscovery(target.Credentials.Text("authority") is null)
        .WithCertificate(Load())
        .Build();

    private X509Certificate2 Load()
    {
        string? password = target.Credentials.Text("certificatePasswordVariable") is { } variable ? Environment.GetEnvironmentVariable(variable) : null;
        try
        {
            return Path.GetExtension(file).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509Certificate2.CreateFromPemFile(file)
                : X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"the certificate {file} cannot be read", "Name a .pem file with key, or a .pfx file and the variable that holds its password");
        }
    }
}
