namespace Harness.Drift.Guard;

/// <summary>Told of every request that is sent.</summary>
public interface IAuditLog
{
    void Sent(AuditEntry entry);
}
