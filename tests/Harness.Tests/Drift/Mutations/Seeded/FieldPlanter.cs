using System.Text.Json;
using Harness.Contracts.Schemas;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Makes the law of an endpoint's answers out of one answer of the mock's: the same members, and how often each comes.</summary>
internal sealed class FieldPlanter
{
    private const int MostPlaces = 250;

    private static readonly string[] PagingNames = ["@odata.nextLink", "odata.nextLink", "nextLink", "continuationToken", "nextPageToken"];

    private int _places;

    public Field Plant(IReadOnlyList<JsonElement> samples, Schema? schema, Dice dice, bool isRoot = false)
    {
        _places++;
        JsonElement[] known = [.. samples.Where(s => s.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))];
        if (known.Length == 0)
        {
            return new NullField();
        }

        return known[0].ValueKind switch
        {
            JsonValueKind.Object => Object([.. known.Where(k => k.ValueKind == JsonValueKind.Object)], schema, dice, isRoot),
            JsonValueKind.Array => List([.. known.Where(k => k.ValueKind == JsonValueKind.Array)], schema, dice, isRoot),
            JsonValueKind.Number => new ScalarField(IsWhole(known[0], schema) ? ScalarForm.Integer : ScalarForm.Fraction),
            JsonValueKind.String => ScalarForms.OfText(known[0].GetString()!, schema),
            _ => new ScalarField(ScalarForm.Boolean),
        };
    }

    private Field Object(JsonElement[] samples, Schema? schema, Dice dice, bool isRoot)
    {
        string[] names = [.. samples.SelectMany(s => s.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal)];
        if (schema is { MapValues: { } values, Properties.Count: 0 } && names.Length > 0)
        {
            return new MapField(Plant([.. samples.SelectMany(s => s.EnumerateObject()).Select(p => p.Value)], values, dice.At("*")), dice.Below(2, 7) == 0);
        }

        var members = new List<FieldMember>();
        foreach (string name in names.TakeWhile(_ => _places < MostPlaces))
        {
            if (isRoot && PagingNames.Contains(name))
            {
                continue;
            }

            JsonElement[] below = [.. samples.Select(s => s.TryGetProperty(name, out JsonElement value) ? value : default)];
            SchemaProperty? declared = schema?.FindProperty(name);
            Field field = Plant(below, declared?.Schema ?? schema?.MapValues, dice.At(name));
            members.Add(Member(name, field, declared, dice.At(name), isRoot));
        }

        // The mock shows one page; a tenant has lists of more, some every night and some now and then.
        if (isRoot && Array.Find(PagingNames, n => names.Contains(n) || schema?.FindProperty(n) is not null) is { } paging)
        {
            members.Add(new FieldMember(paging, new ScalarField(ScalarForm.Uri), dice.Below(2, 8) == 0 ? 1 : 0.3));
        }

        return new ObjectField(members);
    }

    // Seven in ten members always come, one or two in ten nearly always, the others now and then; the list of results always does.
    private static FieldMember Member(string name, Field field, SchemaProperty? declared, Dice dice, bool isRoot)
    {
        if (VariantNames.IsTag(name) && field is ScalarField { Form: ScalarForm.Text })
        {
            return new FieldMember(name, new ScalarField(ScalarForm.Word) { Words = ["usualKind", "otherKind"] });
        }

        if (declared?.Required == true || (isRoot && field is ListField { Item: ObjectField }) || VariantNames.IsTag(name))
        {
            return new FieldMember(name, field);
        }

        double sort = dice.Unit(10);
        double presence = sort < 0.7 ? 1 : sort < 0.85 ? 0.9 + (dice.Unit(11) / 10) : dice.Unit(11);
        double nullSort = dice.Unit(12);
        double nulls = nullSort < 0.75 ? 0 : nullSort < 0.9 ? dice.Unit(13) * 0.3 : dice.Unit(13) * 0.9;
        return new FieldMember(name, field, presence, nulls);
    }

    private ListField List(JsonElement[] samples, Schema? schema, Dice dice, bool isRoot)
    {
        JsonElement[] elements = [.. samples.SelectMany(s => s.EnumerateArray())];
        Field item = Plant(elements, schema?.Items, dice.At("*"));
        double sort = dice.Unit(14);
        double empty = sort < (isRoot ? 0.9 : 0.7) ? 0 : sort < 0.9 ? dice.Unit(15) * 0.5 : 0.5 + (dice.Unit(15) * 0.5);
        int most = 1 + dice.Below(6, 16);
        return elements.Length == 0 ? new ListField(item, 0, 0) : new ListField(item, Math.Max(1, most - 3), most, empty);
    }

    private static bool IsWhole(JsonElement number, Schema? schema) =>
        schema is not null && schema.Types.HasFlag(JsonTypes.Number) ? false : number.TryGetInt64(out _);
}
