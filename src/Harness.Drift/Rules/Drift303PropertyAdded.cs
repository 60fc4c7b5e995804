using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>A member came that no earlier run had.</summary>
public sealed class Drift303PropertyAdded() : PlaceRule(
    "DRIFT303",
    "Property added",
    "property-added",
    Severity.Info,
    mayGate: false,
    "A member that no earlier run had. Good to know; clients that follow the rules ignore it.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        foreach (ShapeMember member in place.HasKeys ? [] : place.Tonight?.Members ?? [])
        {
            string name = member.Name;
            if (place.Since(n => n[Tally.Object] == 0 ? null : n.FindMember(name) is null) is { HeldAlways: true } streak)
            {
                Place added = place.Below(name, n => n.FindMember(name), null);
                ContractOpinion contract = ContractView.OnPresence(place.Schema, name);
                yield return new Difference(
                    this, added.Pointer, streak, contract, "absent", ShapeWords.Describe(member.Node), $"None of {streak.Runs} earlier runs had it.")
                {
                    IsPlain = true,
                    Parent = place,
                    Member = name,
                    Node = member.Node,
                };
            }
        }
    }
}
