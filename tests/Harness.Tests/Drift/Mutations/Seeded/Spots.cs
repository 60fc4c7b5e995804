namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Finds places in a law, and makes the law with one of them changed.</summary>
internal static class Spots
{
    public static IReadOnlyList<Spot> Of(Field document)
    {
        var found = new List<Spot>();
        Visit(new Spot([], document, null), found);
        return found;
    }

    public static Field With(Field document, IReadOnlyList<string> steps, Func<Field, Field> change) => With(document, steps, 0, change);

    /// <summary>The same with another member in a member's place, or without it.</summary>
    public static Field WithMember(Field document, Spot spot, Func<FieldMember, FieldMember?> change) =>
        With(document, [.. spot.Steps.SkipLast(1)], parent => parent is ObjectField known
            ? new ObjectField([.. known.Members.Select(m => m.Name == spot.Steps[^1] ? change(m) : m).OfType<FieldMember>()])
            : parent);

    public static Field WithNewMember(Field document, IReadOnlyList<string> steps, FieldMember member) =>
        With(document, steps, parent => parent is ObjectField known ? new ObjectField([.. known.Members, member]) : parent);

    private static void Visit(Spot spot, List<Spot> found)
    {
        found.Add(spot);
        switch (spot.Field)
        {
            case ObjectField known:
                foreach (FieldMember member in known.Members)
                {
                    Visit(spot.Below(member.Name, member.Value, member), found);
                }

                break;
            case ListField list:
                Visit(spot.Below(Spot.Any, list.Item), found);
                break;
            case MapField { HasIds: true } map:
                Visit(spot.Below(Spot.Any, map.Value), found);
                break;
        }
    }

    private static Field With(Field field, IReadOnlyList<string> steps, int depth, Func<Field, Field> change) =>
        depth == steps.Count ? change(field) : field switch
        {
            ObjectField known => new ObjectField([.. known.Members.Select(m => m.Name == steps[depth] ? m with { Value = With(m.Value, steps, depth + 1, change) } : m)]),
            ListField list => list with { Item = With(list.Item, steps, depth + 1, change) },
            MapField map => map with { Value = With(map.Value, steps, depth + 1, change) },
            _ => field,
        };
}
