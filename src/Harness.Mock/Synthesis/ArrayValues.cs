using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Writes arrays: the answer's main list, things out of a pool, nameless parts, scalars.</summary>
internal static class ArrayValues
{
    private const int MostItems = 1000;

    public static void Write(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        ValuePlan items = IsMainList(writer.Context, scope) && writer.Context.CollectionItems is { } refined ? refined : Items(writer, plan);
        int count = CountIn(writer, plan, scope);
        writer.Json.WriteStartArray();
        if (plan.Schema.UniqueItems)
        {
            WriteUnique(writer, plan, items, count, scope);
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                writer.WriteValue(items, Element(writer, plan, i, scope));
            }
        }

        writer.Json.WriteEndArray();
    }

    public static int CountIn(DocumentWriter writer, ValuePlan plan, in Scope scope)
    {
        Schema schema = plan.Schema;
        int least = Math.Clamp(schema.MinItems ?? 0, 0, MostItems);
        int most = Math.Max(schema.MaxItems ?? int.MaxValue, least);
        if (IsMainList(writer.Context, scope))
        {
            return Math.Clamp(writer.Context.CollectionOrdinals.Length, least, most);
        }

        if (scope.Minimal || writer.WouldRecurse(plan))
        {
            return least;
        }

        int wish = scope.Depth > 5 ? 1 : 1 + StableHash.Below(StableHash.Mix(scope.HashOf(plan.Meaning), 7), 3);
        int pool = plan.EntityKind is { } kind ? writer.Context.World.PoolSize(kind) : wish;
        return Math.Clamp(Math.Min(wish, pool), least, most);
    }

    private static bool IsMainList(AnswerContext context, in Scope scope) => context.CollectionPath is { } path && scope.CollectionStep == path.Count;

    private static ValuePlan Items(DocumentWriter writer, ValuePlan plan)
    {
        bool shapeless = plan.Schema.Items is null or { IsPlaceholder: true, IsClosed: false };
        return shapeless && writer.Context.PlaceholderItem is { } item && AllowsObjects(plan.Schema.Items) ? item : plan.Items;
    }

    private static bool AllowsObjects(Schema? items) => items is null || items.Types == JsonTypes.None || items.Types.HasFlag(JsonTypes.Object);

    private static Scope Element(DocumentWriter writer, ValuePlan plan, int index, in Scope scope)
    {
        AnswerContext context = writer.Context;
        if (IsMainList(context, scope))
        {
            int ordinal = index < context.CollectionOrdinals.Length ? context.CollectionOrdinals[index] : 1000 + (2 * index);
            return scope.Into(context.World.Entity(context.CollectionKind!, ordinal)) with { CollectionStep = -1 };
        }

        ulong hash = scope.HashOf(plan.Meaning);
        if (plan.EntityKind is { } kind && plan.Items.Kind is ValueKind.Object or ValueKind.Alternatives)
        {
            // Begins at an even place, see PresenceRules.
            int size = context.World.PoolSize(kind);
            int first = 2 * StableHash.Below(hash, (size + 1) / 2);
            return scope.Into(context.World.Entity(kind, (first + index) % size)) with { CollectionStep = -1 };
        }

        return plan.Items.Kind is ValueKind.Object or ValueKind.Alternatives or ValueKind.Array or ValueKind.Placeholder
            ? scope.Into(Entity.Part(StableHash.Mix(hash, (ulong)index), index)) with { CollectionStep = -1 }
            : scope with { Salt = index == 0 ? scope.Salt : StableHash.Mix(scope.Salt, (ulong)index), CollectionStep = -1, Depth = scope.Depth + 1 };
    }

    private static void WriteUnique(DocumentWriter writer, ValuePlan plan, ValuePlan items, int count, in Scope scope)
    {
        int least = plan.Schema.MinItems ?? 0;
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int attempt = 0; taken.Count < count && attempt < (count * 4) + 64; attempt++)
        {
            writer.BeginPage();
            writer.WriteValue(items, Element(writer, plan, attempt, scope));
            string json = System.Text.Encoding.UTF8.GetString(writer.EndPage().Span);
            if (taken.Add(json))
            {
                writer.Json.WriteRawValue(json, skipInputValidation: true);
            }
            else if (taken.Count >= least && attempt > count * 4)
            {
                break;
            }
        }
    }
}
