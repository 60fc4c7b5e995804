using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Rules;

/// <summary>A rule about one place of an answer, held against all earlier runs.</summary>
public abstract class PlaceRule(string id, string title, string kind, Severity severity, bool mayGate, string explanation)
    : DriftRule(id, title, kind, severity, mayGate, explanation)
{
    public abstract IEnumerable<Difference> Check(Place place);
}
