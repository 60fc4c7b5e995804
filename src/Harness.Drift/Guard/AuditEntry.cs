namespace Harness.Drift.Guard;

/// <summary>One request that left this machine. It has no member that could hold a value.</summary>
/// <param name="Path">The operation's template, not the address as sent.</param>
/// <param name="Status">0 when no answer came.</param>
public sealed record AuditEntry(DateTimeOffset At, string Method, string Host, string Path, int Status);
