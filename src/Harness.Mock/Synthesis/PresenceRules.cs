using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Decides which declared properties are there: all, unless it is an error, a next page, a recursion or now and then a null.</summary>
internal static class PresenceRules
{
    public static Presence Of(DocumentWriter writer, PropertyPlan property, in Scope scope)
    {
        Schema schema = property.Declared.Schema;
        if (writer.Context.IsRequest ? schema.ReadOnly : schema.WriteOnly)
        {
            return Presence.Omitted;
        }

        if (scope.Minimal && property.IsOptional)
        {
            return Presence.Omitted;
        }

        if (property.IsQuiet && writer.Context.IsSuccess)
        {
            return Quietest(property);
        }

        bool isComposite = property.Value.Kind is ValueKind.Object or ValueKind.Array or ValueKind.Alternatives;
        if (isComposite && property.IsOptional && (writer.IsTooBig || writer.WouldRecurse(property.Value)))
        {
            return Cut(property);
        }

        return schema.AllowsNull && property.IsOptional && IsNullNow(writer.Context, property, scope) ? Presence.Null : Presence.Filled;
    }

    // Only things at odd places have nulls, and the first element of an array never stands at one: it shows the whole shape.
    private static bool IsNullNow(AnswerContext context, PropertyPlan property, in Scope scope) =>
        scope.Entity.Ordinal > 0 && (scope.Entity.Ordinal & 1) == 1
        && !property.Value.Meaning.IsNeverNull
        && context.NeverNull?.Contains(property.Declared.Name) is not true
        && StableHash.Mix(scope.Entity.Seed, property.Value.Meaning.Hash + 1) % 3 == 0;

    private static Presence Quietest(PropertyPlan property) =>
        property.Declared.Schema.AllowsNull ? Presence.Null
        : IsEmptyAllowed(property.Value) ? Presence.Empty
        : property.IsOptional ? Presence.Omitted
        : Presence.Filled;

    private static Presence Cut(PropertyPlan property) =>
        property.Declared.Schema.AllowsNull ? Presence.Null
        : property.Value.Kind == ValueKind.Array && property.Declared.Schema.MinItems is null or 0 ? Presence.Empty
        : Presence.Omitted;

    private static bool IsEmptyAllowed(ValuePlan value)
    {
        Schema schema = value.Schema;
        return value.Kind switch
        {
            ValueKind.Array => schema.MinItems is null or 0,
            ValueKind.Text => schema.Format is null && schema.Pattern is null && schema.MinLength is null or 0 && value.Meaning.Role is not ValueRole.Paging,
            ValueKind.Integer or ValueKind.Number => (schema.Minimum ?? 0) <= 0 && (schema.Maximum ?? 0) >= 0 && !schema.ExclusiveMinimum && !schema.ExclusiveMaximum,
            _ => false,
        };
    }
}
