using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary><c>msal</c>: tokens from the tenant's token service, for a person by device code or for an application by certificate.</summary>
internal sealed class MsalKind : ICredentialKind
{
    public string Name => "msal";

    public IReadOnlyList<string> Keys => ["clientId", "certificate", "certificatePasswordVariable", "authority"];

    public IReadOnlyList<string> RequiredKeys => ["clientId"];

    public bool NeedsGateway => false;

    public ITargetCredentials Open(Target target, CredentialSurroundings surroundings)
    {
        var rail = new TokenRail(target, surroundings.AcceptOverprivileged, surroundings.Clock);
        ITokenProvider provider = target.Credentials.Text("certificate") is { } certificate
            ? new CertificateTokens(target, certificate)
            : new DeviceCodeTokens(target, new SecretVault(surroundings.DataFolder), surroundings.Say);
        return new CachedCredentials(new TokenIssuer(target, provider, rail, surroundings.Clock), surroundings.Clock);
    }
}
