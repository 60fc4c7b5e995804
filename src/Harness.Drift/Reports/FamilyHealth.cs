using Harness.Drift.Probing;

namespace Harness.Drift.Reports;

/// <summary>Whether a family could be judged tonight: what its canaries said.</summary>
public sealed record FamilyHealth(string Family, SessionHealth Session);
