using Harness.Drift.Inference;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Which members of a place's objects do not come as they used to.</summary>
internal static class MemberHistory
{
    /// <summary>Members that none of tonight's objects has.</summary>
    public static IEnumerable<MemberLoss> Vanished(Place place) =>
        place.HasKeys ? [] : place.Before.Members.Select(m => m.Name)
            .Select(name => (name, place.Since(n => Has(place, n, name))))
            .Where(m => m.Item2 is not null)
            .Select(m => new MemberLoss(m.name, m.Item2!.Value with { IsOfObjects = place.Subjects > 1 }, IsPartial: false, IsOptional(place, m.name)));

    /// <summary>Members that every object had and some of tonight's have.</summary>
    public static IEnumerable<MemberLoss> Faded(Place place) =>
        place.HasKeys ? [] : place.Before.Members.Select(m => m.Name)
            .Where(name => place.Tonight?.FindMember(name) is not null && place.Tonight.Variants.All.Count == 0)
            .Select(name => (name, place.Since(n => n[Tally.Object] < 2 || n.FindMember(name) is not { } member ? null : member.Occurrences >= n[Tally.Object])))
            .Where(m => m.Item2 is { HeldAlways: true })
            .Select(m => new MemberLoss(m.name, m.Item2!.Value, IsPartial: true, IsOptional: false));

    public static Difference ToDifference(DriftRule rule, Place place, MemberLoss loss)
    {
        Place member = place.Below(loss.Name, n => n.FindMember(loss.Name), null);
        string after = loss.IsPartial
            ? $"in {ShapeWords.Percent(member.Tonight!.Occurrences, place.Tonight![Tally.Object])} of the objects"
            : "absent";
        string because = loss.IsPartial
            ? $"Every object had it in {loss.Streak.Held} of {loss.Streak.Runs} runs."
            : $"It came in {loss.Streak.Held} of {loss.Streak.Runs} runs and has been missing for {loss.Streak.Absences}.";
        return new Difference(
            rule, member.Pointer, loss.Streak, ContractView.OnAbsence(place.Schema, loss.Name), ShapeWords.Describe(member.Before), after, because)
        {
            Parent = place,
            Member = loss.Name,
            Node = member.Before,
            Gate = loss.IsOptional ? Posterior.GateOfOptional : Posterior.GateOfAbsence,
        };
    }

    private static bool IsOptional(Place place, string name) =>
        place.History.Any(n => n?.FindMember(name) is { Occurrences: > 0 } member && member.Occurrences < n[Tally.Object]);

    // Where objects of several kinds stand side by side, the kinds that had the member must have come at all.
    private static bool? Has(Place place, ShapeNode node, string name)
    {
        if (node[Tally.Object] == 0)
        {
            return null;
        }

        if (node.FindMember(name) is { Occurrences: > 0 })
        {
            return true;
        }

        VariantTable known = place.Before.Variants;
        bool isOfSomeKinds = known is { IsOpen: true, All.Count: > 1 } && known.TagName == node.Variants.TagName && known.All.Any(v => !v.Members.ContainsKey(name));
        return isOfSomeKinds && !node.Variants.All.Any(v => known.Find(v.Tag) is { } kind && kind.Members.ContainsKey(name)) ? null : false;
    }
}
