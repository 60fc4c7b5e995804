namespace Harness.Drift.Runs;

/// <summary>One GET of the plan.</summary>
/// <param name="Skipped">Why nothing is sent for it; empty for one that is.</param>
public sealed record PlannedRow(string Family, string Method, string Path, string Skipped)
{
    public string Key => $"{Family} {Method} {Path}";
}
