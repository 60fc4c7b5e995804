using Harness.Contracts;
using Harness.Drift.Targets;
using Microsoft.Identity.Client;

namespace Harness.Drift.Credentials;

/// <summary>Tokens of a person who enters a code in a browser; <c>harness sign-in</c> does it once, the vault remembers.</summary>
internal sealed class DeviceCodeTokens : ITokenProvider
{
    private readonly Target _target;
    private readonly Action<string> _say;
    private readonly IPublicClientApplication _application;

    public DeviceCodeTokens(Target target, SecretVault vault, Action<string> say)
    {
        _target = target;
        _say = say;
        bool isPublicCloud = target.Credentials.Text("authority") is null;
        _application = PublicClientApplicationBuilder.Create(target.Credentials.Text("clientId"))
            .WithAuthority(MsalAuthority.Of(target), isPublicCloud)
            .WithInstanceDiscovery(isPublicCloud)
            .Build();
        Remember(vault, $"msal-{target.Name}-{target.TenantId:N}");
    }

    public bool CanRenew => true;

    public Task<string?> Any(CancellationToken cancelled) => Task.FromResult<string?>(null);

    public async Task<string?> Get(string audience, CancellationToken cancelled)
    {
        string[] scopes = MsalAuthority.Scopes(audience);
        IAccount? account = (await _application.GetAccountsAsync()).FirstOrDefault();
        try
        {
            return (await _application.AcquireTokenSilent(scopes, account).ExecuteAsync(cancelled)).AccessToken;
        }
        catch (MsalUiRequiredException)
        {
            return await Ask(scopes, cancelled);
        }
        catch (MsalException exception)
        {
            throw Failed(exception);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> Ask(string[] scopes, CancellationToken cancelled)
    {
        try
        {
            AuthenticationResult result = await _application.AcquireTokenWithDeviceCode(scopes, code =>
            {
                _say(code.Message);
                return Task.CompletedTask;
            }).ExecuteAsync(cancelled);
            return result.AccessToken;
        }
        catch (MsalException exception)
        {
            throw Failed(exception);
        }
    }

    private HarnessException Failed(MsalException exception) =>
        new($"the token service of '{_target.Name}' gave no token ({exception.ErrorCode})", $"Run 'harness sign-in {_target.File}' and enter the code it shows");

    private void Remember(SecretVault vault, string name)
    {
        _application.UserTokenCache.SetBeforeAccess(access =>
        {
            if (vault.Read(name) is { } stored)
            {
                access.TokenCache.DeserializeMsalV3(stored);
            }
        });
        _application.UserTokenCache.SetAfterAccess(access =>
        {
            if (access.HasStateChanged)
            {
                vault.Write(name, access.TokenCache.SerializeMsalV3());
            }
        });
    }
}
