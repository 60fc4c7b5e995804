using Harness.Drift.Guard;

namespace Harness.Tests.Support;

/// <summary>Keeps what an audit log is told.</summary>
internal sealed class AuditList : IAuditLog
{
    private readonly Lock _lock = new();
    private readonly List<AuditEntry> _entries = [];

    public IReadOnlyList<AuditEntry> Entries => _entries;

    public void Sent(AuditEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }
}
