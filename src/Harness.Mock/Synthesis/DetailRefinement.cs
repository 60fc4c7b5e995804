using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Lets a list say what its detail route knows better: the enum of a status that the list calls text, the object it calls an object.</summary>
internal static class DetailRefinement
{
    public static void Apply(Operation operation, OperationLinks links)
    {
        if (operation.Method != "GET" || links.Sites.Count == 0 || links.Sites[^1] is not { } link || !links.Path.Sites[^1].IsLast || link.List.NeverNull.Count > 0)
        {
            return;
        }

        Schema? detail = operation.Success?.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType))?.Schema;
        Schema items = link.List.Items;
        HashSet<string> neverNull = new(StringComparer.Ordinal) { link.Key.Name };
        List<SchemaProperty> better = [];
        foreach (SchemaProperty own in items.Properties)
        {
            if (detail?.FindProperty(own.Name) is not { } other)
            {
                continue;
            }

            if (own.Schema.AllowsNull != other.Schema.AllowsNull || own.Required != other.Required)
            {
                neverNull.Add(own.Name);
            }

            if (own.Name != link.Key.Name && SaysMore(own.Schema, other.Schema))
            {
                better.Add(other);
            }
        }

        link.List.NeverNull = neverNull;
        link.List.RefinedItems = better.Count == 0 ? items : SchemaComposition.Refine(items, better) ?? items;
    }

    // Only what the list's own schema allows as well.
    private static bool SaysMore(Schema own, Schema other)
    {
        if (other.WriteOnly || (other.AllowsNull && !own.AllowsNull))
        {
            return false;
        }

        bool isBareText = own.Types.HasFlag(JsonTypes.String) && own.Format is null && own.Pattern is null && own.Enum.Count == 0 && own.MinLength is null && own.MaxLength is null;
        bool isBareObject = own is { IsPlaceholder: true, IsClosed: false, Items: null } && (own.Types == JsonTypes.None || own.Types.HasFlag(JsonTypes.Object));
        JsonTypes types = other.Types & ~JsonTypes.Null;
        return isBareText ? types == JsonTypes.String && (other.Enum.Count > 0 || other.Format is not null || other.Pattern is not null)
            : isBareObject && types == JsonTypes.Object && !other.IsPlaceholder;
    }
}
