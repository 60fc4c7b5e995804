namespace Harness.Drift.Credentials;

/// <summary>Every kind of credentials that target files may name.</summary>
internal static class CredentialKinds
{
    public static readonly IReadOnlyList<ICredentialKind> All =
    [
        new MockKind(),
        new StoredKind(),
        new TokenEnvKind(),
        new MsalKind(),
        new AzureCliKind(),
    ];

    public static readonly IReadOnlyList<string> Names = [.. All.Select(k => k.Name)];

    public static ICredentialKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
