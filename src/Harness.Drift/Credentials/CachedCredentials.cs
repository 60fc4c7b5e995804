using System.Collections.Concurrent;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Drift.Credentials;

/// <summary>Asks an issuer once for all calls that need the same, and again shortly before it expires.</summary>
internal sealed class CachedCredentials(ICredentialIssuer issuer, TimeProvider clock) : ITargetCredentials
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Operation, IssuedCredentials> _byOperation = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, IssuedCredentials> _byNeed = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public Task<Guid?> Identify(CancellationToken cancelled) => issuer.Identify(cancelled);

    public ValueTask<CallCredentials> For(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled)
    {
        if (access.Requirements.Count == 0)
        {
            return ValueTask.FromResult(CallCredentials.None);
        }

        return _byOperation.TryGetValue(operation, out IssuedCredentials? issued) && IsFresh(issued)
            ? ValueTask.FromResult(issued.Call)
            : new ValueTask<CallCredentials>(Issue(family, operation, access, host, cancelled));
    }

    public bool Renew(Family family)
    {
        if (!issuer.CanRenew)
        {
            return false;
        }

        foreach (Operation operation in _byOperation.Keys.Where(o => o.Family == family.Id))
        {
            _byOperation.TryRemove(operation, out _);
        }

        foreach (string need in _byNeed.Keys.Where(n => n.StartsWith($"{family.Id} ", StringComparison.Ordinal)))
        {
            _byNeed.TryRemove(need, out _);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _oneAtATime.Dispose();
        await issuer.DisposeAsync();
    }

    private async Task<CallCredentials> Issue(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled)
    {
        string need = $"{family.Id} {CallNeeds.Describe(operation, access, host)}";
        await _oneAtATime.WaitAsync(cancelled);
        try
        {
            if (!_byNeed.TryGetValue(need, out IssuedCredentials? issued) || !IsFresh(issued))
            {
                issued = await issuer.Issue(family, operation, access, host, cancelled);
                if (issued.Shareable)
                {
                    _byNeed[need] = issued;
                }
            }

            _byOperation[operation] = issued;
            return issued.Call;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private bool IsFresh(IssuedCredentials issued) => issued.ExpiresAt == DateTimeOffset.MaxValue || clock.GetUtcNow() + Margin < issued.ExpiresAt;
}
