using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Compiles what a schema with <c>oneOf</c> or <c>anyOf</c> may be, one plan an alternative.</summary>
internal static class AlternativePlans
{
    public static ValuePlan[] For(ValuePlan plan)
    {
        Schema schema = plan.Schema;
        IReadOnlyList<Schema> alternatives = schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf;
        List<ValuePlan> plans = [];
        foreach (Schema alternative in alternatives)
        {
            // A bare reference needs no overlay, and keeping its identity lets recursion be seen.
            Schema? merged = SaysNothingItself(schema) ? alternative : SchemaComposition.Overlay(schema, alternative);
            if (merged is not null)
            {
                plans.Add(new ValuePlan(merged, plan.Meaning, plan.Cache));
            }
        }

        // Null is the last resort: the other alternatives show a client more.
        return [.. plans.OrderBy(p => p.Kind == ValueKind.Null ? 1 : 0)];
    }

    private static bool SaysNothingItself(Schema schema) =>
        schema.Types == JsonTypes.None && schema.Properties.Count == 0 && schema.Discriminator is null && schema.MapValues is null && schema.Items is null
        && schema.Format is null && schema.Pattern is null && !schema.IsClosed && schema.MinLength is null && schema.MaxLength is null
        && schema.Minimum is null && schema.Maximum is null && schema.MinItems is null && schema.MaxItems is null
        && (schema.OneOf.Count == 0 || schema.AnyOf.Count == 0);
}
