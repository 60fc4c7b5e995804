using System.Collections.Concurrent;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Tells whether a schema has an instance of a given depth, with all that is optional left out.</summary>
internal static class MinimalDepths
{
    public const int Limit = 12;

    public static bool Fits(Schema schema, int depth, ConcurrentDictionary<(Schema Schema, int Depth), bool> known)
    {
        if (schema.AllowsNull || schema.Enum.Count > 0)
        {
            return true;
        }

        if (depth < 0)
        {
            return !IsComposite(schema);
        }

        if (known.TryGetValue((schema, depth), out bool fits))
        {
            return fits;
        }

        // Depth falls with every step, so this ends; the memo keeps it from being exponential. A choice is deeper than what it chooses from, or a
        // schema that is its own alternative would seem as good as any other.
        bool isChoice = schema.OneOf.Count > 0 || schema.AnyOf.Count > 0;
        fits = (!isChoice || depth > 0)
            && OwnPartsFit(schema, depth, known)
            && (schema.OneOf.Count == 0 || schema.OneOf.Any(s => Fits(s, depth - 1, known)))
            && (schema.AnyOf.Count == 0 || schema.AnyOf.Any(s => Fits(s, depth - 1, known)));
        known.TryAdd((schema, depth), fits);
        return fits;
    }

    private static bool OwnPartsFit(Schema schema, int depth, ConcurrentDictionary<(Schema Schema, int Depth), bool> known) => ValuePlan.KindOf(schema) switch
    {
        ValueKind.Object or ValueKind.Alternatives => schema.Properties.All(p => !p.Required || p.Schema.WriteOnly || Fits(p.Schema, depth - 1, known)),
        ValueKind.Array => schema.MinItems is null or 0 || schema.Items is null || Fits(schema.Items, depth - 1, known),
        _ => true,
    };

    private static bool IsComposite(Schema schema) => ValuePlan.KindOf(schema) switch
    {
        ValueKind.Alternatives => true,
        ValueKind.Object => schema.Properties.Any(p => p.Required),
        ValueKind.Array => schema.MinItems > 0,
        _ => false,
    };
}
