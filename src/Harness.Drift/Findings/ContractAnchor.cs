namespace Harness.Drift.Findings;

/// <summary>The line of a contract that a finding speaks about; the file is relative, with forward slashes.</summary>
public sealed record ContractAnchor(string File, int Line);
