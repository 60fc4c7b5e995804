namespace Harness.Mock.ActivityFeed;

/// <summary>Something that is audited.</summary>
internal sealed record AuditOperation(string Name, int RecordType, string Workload);
