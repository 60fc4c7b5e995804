namespace Harness.Mock.State;

/// <summary>What writes have changed in the world of the tenant in force: the only state that calls leave behind in it.</summary>
/// <remarks>Safe for many threads. As long as nothing was written, asking is one field read.</remarks>
internal sealed class EntityChanges
{
    private readonly Lock _lock = new();
    private volatile ChangeSet? _current;

    /// <summary>Null when nothing was written in that tenant.</summary>
    public ChangeSet? Of(string profile) => _current is { } changes && string.Equals(changes.Profile, profile, StringComparison.Ordinal) ? changes : null;

    /// <summary>Makes a change; the function sees all that were made before, and no other runs meanwhile.</summary>
    public void Change(string profile, Func<ChangeSet, ChangeSet> change)
    {
        lock (_lock)
        {
            _current = change(Of(profile) ?? ChangeSet.For(profile));
        }
    }

    /// <summary>Forgets what belongs to another tenant; licenses that come and go leave the tenant's changes alone.</summary>
    public void Keep(string profile)
    {
        lock (_lock)
        {
            _current = Of(profile);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _current = null;
        }
    }
}
