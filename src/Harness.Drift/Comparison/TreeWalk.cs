using Harness.Drift.Inference;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Shows every place of an answer to every rule about places.</summary>
internal static class TreeWalk
{
    private static readonly PlaceRule[] Rules = [.. RuleRegistry.OfPlaces];

    public static IReadOnlyList<Difference> Differences(Place document)
    {
        var found = new List<Difference>();
        Visit(document, found);
        return found;
    }

    public static Place? Document(EndpointNight night)
    {
        if (night.Tonight.Body is not { } body || night.JsonRuns == 0)
        {
            return null;
        }

        NodePair[] objects =
        [
            .. night.Answers.Where(o => o.Body is not null && o.ObjectKey.Length > 0 && o.Status is >= 200 and < 300 && night.Baseline?.Objects.ContainsKey(o.ObjectKey) == true)
                .Select(o => new NodePair(night.Baseline!.Objects[o.ObjectKey].Body.Root, o.Body!.Root)),
        ];
        return new Place { Pointer = "", History = [.. night.History.Select(r => r.Body?.Root)], Tonight = body.Root, Objects = objects, Subjects = objects.Length, Schema = night.Schema };
    }

    private static void Visit(Place place, List<Difference> found)
    {
        foreach (PlaceRule rule in Rules)
        {
            found.AddRange(rule.Check(place));
        }

        if (KindChange.Of(place) is { EndsWalk: true })
        {
            return;
        }

        ShapeNode before = place.Before;
        if (place.HasKeys && place.Tonight is not null)
        {
            Visit(place.Below("", KeySets.Values, place.Schema?.MapValues), found);
            return;
        }

        foreach (string name in before.Members.Select(m => m.Name).Where(n => place.Tonight?.FindMember(n) is not null))
        {
            Visit(place.Below(name, n => n.FindMember(name), ContractView.Member(place.Schema, name)), found);
        }

        if (before.Items is not null && place.Tonight?.Items is not null)
        {
            Visit(place.Below("", n => n.Items, place.Schema?.Items), found);
        }

        if (before.MapValues is not null && place.Tonight?.MapValues is not null)
        {
            Visit(place.Below("", n => n.MapValues, place.Schema?.MapValues), found);
        }
    }
}
