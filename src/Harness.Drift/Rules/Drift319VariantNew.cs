using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>Objects of a new kind came.</summary>
public sealed class Drift319VariantNew() : PlaceRule(
    "DRIFT319",
    "New variant",
    "variant-new",
    Severity.Warn,
    mayGate: false,
    "Among objects whose tag (such as @odata.type) tells their kind, a kind came that no earlier run had.")
{
    public override IEnumerable<Difference> Check(Place place)
    {
        if (place.Tonight is not { Variants: { IsOpen: true, TagName.Length: > 0 } now } || place.Before.Variants is not { IsOpen: true, Untold: 0, All.Count: > 0 } before
            || now.TagName != before.TagName)
        {
            yield break;
        }

        foreach (Variant variant in now.All)
        {
            bool? IsWithout(ShapeNode node) => node.Variants is { IsOpen: true, All.Count: > 0 } ? node.Variants.Find(variant.Tag) is null : null;
            if (place.Since(IsWithout) is { HeldAlways: true } streak)
            {
                yield return new Difference(
                    this, place.Pointer, streak, ContractOpinion.Silent, $"{before.All.Count} kinds", $"one more, {variant.Objects} objects",
                    $"None of {streak.Runs} earlier runs had objects of that kind, told apart by {now.TagName}.");
            }
        }
    }
}
