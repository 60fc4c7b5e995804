using Harness.Contracts.Operations;

namespace Harness.Drift.Planning;

/// <summary>A GET that will not be asked, and why.</summary>
/// <param name="Reason">Stable code: <c>no-parameter-value</c>, <c>not-listed</c>, <c>unsafe</c>.</param>
/// <param name="Because">One sentence that says what to do about it.</param>
public sealed record SkippedProbe(Operation Operation, string Reason, string Because);
