using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>A change to a contract that the target has shown to be right, as a person may take it over.</summary>
/// <param name="Pointer">Into the answer, as findings have it.</param>
/// <param name="Proposal">What to write, as YAML or in a few words.</param>
public sealed record ContractPatch(
    string Family, string Method, string Path, string Pointer, string Proposal, string Because, ContractAnchor? Contract);
