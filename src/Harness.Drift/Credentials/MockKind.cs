using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary><c>mock</c>: sessions that a running mock server mints through its control API.</summary>
internal sealed class MockKind : ICredentialKind
{
    public string Name => "mock";

    public IReadOnlyList<string> Keys => ["persona", "controlTokenVariable"];

    public IReadOnlyList<string> RequiredKeys => [];

    public bool NeedsGateway => true;

    public ITargetCredentials Open(Target target, CredentialSurroundings surroundings) => new CachedCredentials(
        new MockIssuer(new MockControl(target.Gateway!, target.Credentials.Text("controlTokenVariable")), target.Credentials.Text("persona")),
        TimeProvider.System);
}
