namespace Harness.Drift.Comparison;

/// <summary>A member that does not come as it did.</summary>
/// <param name="IsPartial">Some objects still have it.</param>
internal sealed record MemberLoss(string Name, Streak Streak, bool IsPartial);
