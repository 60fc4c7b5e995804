using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary><c>stored</c>: the session of a person who has signed in with <c>harness sign-in</c>.</summary>
internal sealed class StoredKind : ICredentialKind
{
    public string Name => "stored";

    public IReadOnlyList<string> Keys => [];

    public IReadOnlyList<string> RequiredKeys => [];

    public bool NeedsGateway => false;

    public ITargetCredentials Open(Target target, CredentialSurroundings surroundings)
    {
        var sessions = new StoredSessions(new SecretVault(surroundings.DataFolder));
        var rail = new TokenRail(target, surroundings.AcceptOverprivileged, surroundings.Clock);
        return new CachedCredentials(new StoredIssuer(target, sessions, rail, surroundings.Clock), surroundings.Clock);
    }
}
