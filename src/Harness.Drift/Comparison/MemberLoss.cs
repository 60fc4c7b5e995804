namespace Harness.Drift.Comparison;

/// <summary>A member that does not come as it did.</summary>
/// <param name="IsPartial">Some objects still have it.</param>
/// <param name="IsOptional">Objects came without it in runs in which others had it.</param>
internal sealed record MemberLoss(string Name, Streak Streak, bool IsPartial, bool IsOptional);
