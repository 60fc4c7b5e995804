using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A rule about a whole answer: its status, headers, size.</summary>
public abstract class AnswerRule(string id, string title, string kind, Severity severity, bool mayGate, string explanation)
    : DriftRule(id, title, kind, severity, mayGate, explanation)
{
    public abstract IEnumerable<Difference> Check(EndpointNight night);
}
