using Harness.Contracts.Schemas;

namespace Harness.Drift.ContractDiff;

/// <summary>Compares two schemas place by place; a place whose type changed is not looked into any further.</summary>
internal sealed class SchemaComparison
{
    private const int Deepest = 64;

    // Components are shared by hundreds of operations: what was equal once is equal everywhere.
    private readonly HashSet<(Schema, Schema)> _equal = [];
    private readonly HashSet<(Schema, Schema)> _open = [];

    public void Compare(Schema before, Schema after, string pointer, SchemaPlace place) => IsEqual(before, after, pointer, place, 0);

    private bool IsEqual(Schema before, Schema after, string pointer, SchemaPlace place, int depth)
    {
        if (depth > Deepest || _equal.Contains((before, after)) || !_open.Add((before, after)))
        {
            return true;
        }

        bool isEqual = Holds(before, after, pointer, place) && Facts(before, after, pointer, place) & Below(before, after, pointer, place, depth);
        _open.Remove((before, after));
        if (isEqual)
        {
            _equal.Add((before, after));
        }

        return isEqual;
    }

    // False when the place as a whole is another one.
    private static bool Holds(Schema before, Schema after, string pointer, SchemaPlace place)
    {
        JsonTypes old = before.Types & ~JsonTypes.Null;
        JsonTypes present = after.Types & ~JsonTypes.Null;
        string? kind = old != present && old != JsonTypes.None && present != JsonTypes.None ? "type-changed"
            : SchemaWords.IsOpaque(before) && !SchemaWords.IsOpaque(after) ? "schema-specified"
            : !SchemaWords.IsOpaque(before) && SchemaWords.IsOpaque(after) ? "schema-unspecified"
            : old != present ? "type-changed"
            : null;
        if (kind is not null)
        {
            string? rule = kind == "type-changed" && pointer.EndsWith("/schema", StringComparison.Ordinal) && place.Where == "response" ? "DRIFT204" : null;
            place.Operation.Add(kind, place.Where, pointer, SchemaWords.Describe(before), SchemaWords.Describe(after), rule);
        }

        return kind is null;
    }

    private static bool Facts(Schema before, Schema after, string pointer, SchemaPlace place)
    {
        bool isEqual = true;
        if (!string.Equals(before.Format, after.Format, StringComparison.Ordinal))
        {
            place.Operation.Add("format-changed", place.Where, pointer + "/format", before.Format, after.Format);
            isEqual = false;
        }

        if (before.AllowsNull != after.AllowsNull)
        {
            place.Operation.Add("nullable-changed", place.Where, pointer + "/nullable", before.AllowsNull, after.AllowsNull, after.AllowsNull ? null : "DRIFT310");
            isEqual = false;
        }

        if (!before.Enum.ToHashSet(StringComparer.Ordinal).SetEquals(after.Enum))
        {
            bool isOnlyRetired = after.Enum.Count > 0 && !after.Enum.Except(before.Enum, StringComparer.Ordinal).Any();
            string? rule = isOnlyRetired && place.Where == "response" ? "DRIFT312" : null;
            place.Operation.Add(place.EnumKind, place.Where, pointer + "/enum", SchemaWords.Values(before), SchemaWords.Values(after), rule);
            isEqual = false;
        }

        return isEqual;
    }

    private bool Below(Schema before, Schema after, string pointer, SchemaPlace place, int depth)
    {
        bool isEqual = Properties(before, after, pointer, place, depth);
        isEqual &= Child(before.Items, after.Items, pointer + "/items", place, depth);
        isEqual &= Child(before.MapValues, after.MapValues, pointer + "/additionalProperties", place, depth);
        isEqual &= Alternatives(before.OneOf, after.OneOf, pointer + "/oneOf", place, depth);
        return isEqual & Alternatives(before.AnyOf, after.AnyOf, pointer + "/anyOf", place, depth);
    }

    private bool Properties(Schema before, Schema after, string pointer, SchemaPlace place, int depth)
    {
        bool isEqual = true;
        foreach (SchemaProperty old in before.Properties)
        {
            string at = $"{pointer}/properties/{OperationPlace.Escape(old.Name)}";
            if (after.FindProperty(old.Name) is not { } present)
            {
                place.Operation.Add("property-removed", place.Where, at, SchemaWords.Describe(old.Schema), null);
                isEqual = false;
                continue;
            }

            if (old.Required != present.Required)
            {
                place.Operation.Add("required-changed", place.Where, at, old.Required ? "required" : "optional", present.Required ? "required" : "optional");
                isEqual = false;
            }

            isEqual &= IsEqual(old.Schema, present.Schema, at, place, depth + 1);
        }

        foreach (SchemaProperty added in after.Properties.Where(p => before.FindProperty(p.Name) is null))
        {
            place.Operation.Add(
                "property-added", place.Where, $"{pointer}/properties/{OperationPlace.Escape(added.Name)}", null, SchemaWords.Describe(added.Schema));
            isEqual = false;
        }

        return isEqual;
    }

    private bool Child(Schema? before, Schema? after, string pointer, SchemaPlace place, int depth)
    {
        if (before is not null || after is not null)
        {
            return IsEqual(before ?? Schema.Anything, after ?? Schema.Anything, pointer, place, depth + 1);
        }

        return true;
    }

    private bool Alternatives(IReadOnlyList<Schema> before, IReadOnlyList<Schema> after, string pointer, SchemaPlace place, int depth)
    {
        if (before.Count != after.Count)
        {
            place.Operation.Add("alternatives-changed", place.Where, pointer, before.Count, after.Count);
            return false;
        }

        bool isEqual = true;
        for (int i = 0; i < before.Count; i++)
        {
            isEqual &= IsEqual(before[i], after[i], $"{pointer}/{i}", place, depth + 1);
        }

        return isEqual;
    }
}
