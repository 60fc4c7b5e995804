using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Drift.Credentials;

/// <summary>Sessions and tokens of one target for the time of one run.</summary>
public interface ITargetCredentials : IAsyncDisposable
{
    /// <summary>Whose tenant these credentials belong to, if that can be told without asking a portal; null when a portal must be asked.</summary>
    Task<Guid?> Identify(CancellationToken cancelled);

    /// <summary>What a call of an operation on a host must carry. The same object comes back for calls that need the same.</summary>
    ValueTask<CallCredentials> For(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled);

    /// <summary>Forgets what was handed out for a family, so that the next call gets new; false when there is nothing newer to get.</summary>
    bool Renew(Family family);
}
