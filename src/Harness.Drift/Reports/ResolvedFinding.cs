namespace Harness.Drift.Reports;

/// <summary>A finding of an earlier run that tonight looked for and did not see again.</summary>
public sealed record ResolvedFinding(string Fingerprint, string Rule, string Family, string Method, string Path, string Pointer);
