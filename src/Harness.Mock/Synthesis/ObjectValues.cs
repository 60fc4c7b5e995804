using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Writes objects: which properties are there, which are empty, and what belongs together.</summary>
internal static class ObjectValues
{
    public static void Write(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        writer.Json.WriteStartObject();
        foreach (PropertyPlan property in plan.Properties)
        {
            Presence presence = PresenceRules.Of(writer, property, scope);
            if (presence == Presence.Omitted)
            {
                continue;
            }

            writer.Json.WritePropertyName(property.Name);
            if (presence == Presence.Filled)
            {
                WriteFilled(writer, plan, property, scope);
            }
            else
            {
                WriteEmpty(writer, property, presence);
            }
        }

        if (plan.MapValues is { } values && !scope.Minimal)
        {
            WriteEntries(writer, plan, values, scope);
        }

        writer.Json.WriteEndObject();
    }

    private static void WriteFilled(DocumentWriter writer, ValuePlan owner, PropertyPlan property, in Scope scope)
    {
        ValuePlan value = property.Value;
        if (property.Counted is { } counted)
        {
            NumberValues.WriteCount(writer, value, LengthOf(writer, owner, counted, scope));
            return;
        }

        writer.WriteValue(value, Below(writer, value, property.Declared.Name, scope));
    }

    /// <summary>The scope of a property's value: an object is a thing of its own, an array or scalar belongs to the object it stands in.</summary>
    private static Scope Below(DocumentWriter writer, ValuePlan value, string name, in Scope scope)
    {
        int step = StepInto(writer.Context, name, scope);
        if (value.Kind is not (ValueKind.Object or ValueKind.Alternatives))
        {
            return scope with { CollectionStep = step, Depth = scope.Depth + 1 };
        }

        Entity entity = value.EntityKind is { } kind
            ? writer.Context.Resolve(kind, scope)
            : Entity.Part(scope.HashOf(value.Meaning), 0);
        return scope.Into(entity) with { CollectionStep = step };
    }

    private static int StepInto(AnswerContext context, string name, in Scope scope) =>
        scope.CollectionStep >= 0 && scope.CollectionStep < context.CollectionPath!.Count && context.CollectionPath[scope.CollectionStep] == name
            ? scope.CollectionStep + 1
            : -1;

    private static int LengthOf(DocumentWriter writer, ValuePlan owner, SchemaProperty counted, in Scope scope)
    {
        PropertyPlan array = Array.Find(owner.Properties, p => p.Declared == counted)!;
        return PresenceRules.Of(writer, array, scope) == Presence.Filled
            ? ArrayValues.CountIn(writer, array.Value, Below(writer, array.Value, counted.Name, scope))
            : 0;
    }

    private static void WriteEntries(DocumentWriter writer, ValuePlan plan, ValuePlan values, in Scope scope)
    {
        ulong hash = StableHash.Mix(scope.HashOf(plan.Meaning), 99);
        int count = writer.WouldRecurse(values) ? 0 : 1 + StableHash.Below(hash, 3);
        HashSet<string> taken = [.. plan.Schema.Properties.Select(p => p.Name)];
        for (int i = 0; i < count; i++)
        {
            ulong entryHash = StableHash.Mix(hash, (ulong)i);
            string name = WorldText.Slug(entryHash);
            if (taken.Add(name))
            {
                writer.Json.WritePropertyName(name);
                writer.WriteValue(values, scope.Into(Entity.Part(entryHash, i)) with { CollectionStep = -1 });
            }
        }
    }

    private static void WriteEmpty(DocumentWriter writer, PropertyPlan property, Presence presence)
    {
        if (presence == Presence.Null)
        {
            writer.Json.WriteNullValue();
        }
        else if (property.Value.Kind == ValueKind.Array)
        {
            writer.Json.WriteStartArray();
            writer.Json.WriteEndArray();
        }
        else if (property.Value.Kind == ValueKind.Text)
        {
            writer.Json.WriteStringValue("");
        }
        else
        {
            writer.Json.WriteNumberValue(0);
        }
    }
}
