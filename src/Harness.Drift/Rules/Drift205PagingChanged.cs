using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>Paging style changed; its facts only, for it is decided over several differences.</summary>
public sealed class Drift205PagingChanged() : DriftRule(
    "DRIFT205",
    "Paging style changed",
    "paging-changed",
    Severity.Error,
    mayGate: true,
    "The members that lead to the next page are other ones than before.");
