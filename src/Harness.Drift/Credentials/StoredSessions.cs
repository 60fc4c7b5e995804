using Harness.Contracts;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>The sessions that <c>harness sign-in</c> has stored, by target.</summary>
public sealed class StoredSessions(SecretVault vault)
{
    public void Save(Target target, ReadOnlySpan<byte> storageState) => vault.Write(NameOf(target), storageState);

    public void Delete(Target target) => vault.Delete(NameOf(target));

    internal StoredSession Load(Target target) => vault.Read(NameOf(target)) is { } state && StoredSession.Read(state) is { } session
        ? session
        : throw new HarnessException($"nobody has signed in to '{target.Name}' on this machine", $"Run 'harness sign-in {target.File}' first");

    private static string NameOf(Target target) => $"session-{target.Name}-{target.TenantId:N}";
}
