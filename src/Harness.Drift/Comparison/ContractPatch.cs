using Harness.Drift.Findings;

namespace Harness.Drift.Comparison;

/// <summary>What a contract would have to say for the target's steady answers to fit it.</summary>
/// <param name="Change"><c>add-property</c>, <c>remove-property</c>, <c>change-type</c>, <c>allow-null</c>, <c>change-format</c>, <c>add-enum-value</c>, <c>change-media-type</c>.</param>
/// <param name="Pointer">Into the instance.</param>
/// <param name="Before">What the contract says; empty for nothing.</param>
/// <param name="After">What the target answers, in types.</param>
/// <param name="Runs">How many runs agree on it.</param>
public sealed record ContractPatch(
    string Family, string Method, string Path, string Pointer, string Change, string Before, string After, int Runs, ContractAnchor? Contract);
