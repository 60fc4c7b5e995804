using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>Members became keys, or keys became members.</summary>
public sealed class Drift318MapChanged() : PlaceRule(
    "DRIFT318",
    "Map and record swapped",
    "map-changed",
    Severity.Warn,
    mayGate: false,
    "An object with named members holds keys that are data (ids, dates) now, or the other way round.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (place.HasKeys)
        {
            yield break;
        }

        Streak? toMap = place.Since(n => n[Tally.Object] == 0 || (n.Members.Count == 0 && n.MapValues is null) ? null : n.Members.Count > 0);
        Streak? toRecord = place.Since(n => n[Tally.Object] == 0 || (n.Members.Count == 0 && n.MapValues is null) ? null : n.MapValues is not null);
        bool isRecord = place.Tonight is { Members.Count: > 0, MapValues: null };
        bool isMap = place.Tonight is { Members.Count: 0, MapValues: not null };
        if ((isMap ? toMap : isRecord ? toRecord : null) is { HeldAlways: true } streak)
        {
            yield return new Difference(
                this, place.Pointer, streak, ContractOpinion.Silent, isMap ? "named members" : "keys", isMap ? "keys" : "named members",
                $"It was the other way in {streak.Held} of {streak.Runs} runs.")
            { IsPlain = true, Parent = place };
        }
    }
}
