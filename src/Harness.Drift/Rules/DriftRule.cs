using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>One rule: its stable id, what it is called, how bad it is, and the explanation that <c>drift rules</c> and SARIF print.</summary>
public abstract class DriftRule(string id, string title, string kind, Severity severity, bool mayGate, string explanation)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    /// <summary>Kebab-case, the usual <c>kind</c> of its findings.</summary>
    public string Kind { get; } = kind;

    /// <summary>The worst that a finding of it can be.</summary>
    public Severity Severity { get; } = severity;

    public bool MayGate { get; } = mayGate;

    public string Explanation { get; } = explanation;

    /// <summary>It is about the surroundings of a run and never counts as drift.</summary>
    public bool IsEnvironment => Id.StartsWith("DRIFT0", StringComparison.Ordinal);
}
