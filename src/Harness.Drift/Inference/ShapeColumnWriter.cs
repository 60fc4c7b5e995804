using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>Writes one place of several runs' shapes, and all places below it.</summary>
/// <remarks>A run writes a line for every probe with it, so that the usual place of a single shape takes nothing from the heap.</remarks>
internal sealed class ShapeColumnWriter(Utf8JsonWriter writer, int runs)
{
    private const int FewestObjects = 3;
    private const int FewRuns = 32;

    private static readonly JsonEncodedText[] TallyNames = [.. Enum.GetValues<Tally>().Select(t => JsonEncodedText.Encode(Tallies.NameOf(t)))];
    private static readonly JsonEncodedText Own = JsonEncodedText.Encode("n");

    private readonly char[] _text = new char[CountColumn.Longest(runs)];

    /// <param name="expected">How often the place would occur if nothing were optional.</param>
    public void Node(ShapeNode?[] at, ReadOnlySpan<long> expected, string name)
    {
        writer.WriteStartObject();
        Span<long> occurrences = runs <= FewRuns ? stackalloc long[runs] : new long[runs];
        for (int run = 0; run < runs; run++)
        {
            occurrences[run] = at[run]?.Occurrences ?? 0;
        }

        if (!expected.SequenceEqual(occurrences))
        {
            Column(Own, occurrences, []);
        }

        Counts(at, occurrences);
        Words(at, name);
        Variants(at);
        if (Array.Exists(at, n => n is { IsCollapsed: true }))
        {
            Column(JsonEncodedText.Encode("collapsed"), [.. at.Select(n => n is { IsCollapsed: true } ? 1L : 0)], []);
        }

        if (Array.Exists(at, n => n?.Items is not null))
        {
            writer.WritePropertyName("items");
            Node(Array.ConvertAll(at, n => n?.Items), [], name);
        }

        if (Array.Exists(at, n => n?.MapValues is not null))
        {
            writer.WritePropertyName("map");
            Node(Array.ConvertAll(at, n => n?.MapValues), [], name);
        }

        Members(at);
        writer.WriteEndObject();
    }

    private void Counts(ShapeNode?[] at, ReadOnlySpan<long> occurrences)
    {
        Span<long> counts = runs <= FewRuns ? stackalloc long[runs] : new long[runs];
        for (int tally = 0; tally < TallyNames.Length; tally++)
        {
            bool isSeen = false;
            for (int run = 0; run < runs; run++)
            {
                counts[run] = at[run]?[(Tally)tally] ?? 0;
                isSeen |= counts[run] > 0;
            }

            if (isSeen)
            {
                Column(TallyNames[tally], counts, occurrences);
            }
        }
    }

    private void Column(JsonEncodedText name, ReadOnlySpan<long> counts, ReadOnlySpan<long> equal)
    {
        if (counts.SequenceEqual(equal))
        {
            writer.WriteString(name, "="u8);
        }
        else
        {
            writer.WriteString(name, CountColumn.Encode(counts, _text));
        }
    }

    private void ColumnOfAny(string name, long[] counts, long[] equal)
    {
        if (Array.Exists(counts, c => c > 0))
        {
            Column(JsonEncodedText.Encode(name), counts, equal);
        }
    }

    private void Members(ShapeNode?[] at)
    {
        if (!Array.Exists(at, n => n is { Members.Count: > 0 }))
        {
            return;
        }

        Span<long> objects = runs <= FewRuns ? stackalloc long[runs] : new long[runs];
        for (int run = 0; run < runs; run++)
        {
            objects[run] = at[run]?[Tally.Object] ?? 0;
        }

        writer.WriteStartObject("members");
        var below = new ShapeNode?[runs];
        if (at is [{ } only])
        {
            Members(only, below, objects);
        }
        else
        {
            Members(at, below, objects);
        }

        writer.WriteEndObject();
    }

    private void Members(ShapeNode only, ShapeNode?[] below, ReadOnlySpan<long> objects)
    {
        ShapeMember[] members = [.. only.Members];
        Array.Sort(members, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (ShapeMember member in members)
        {
            below[0] = member.Node;
            writer.WritePropertyName(member.JsonName);
            Node(below, objects, member.Name);
        }
    }

    private void Members(ShapeNode?[] at, ShapeNode?[] below, ReadOnlySpan<long> objects)
    {
        foreach (string name in at.OfType<ShapeNode>().SelectMany(n => n.Members).Select(m => m.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            for (int run = 0; run < runs; run++)
            {
                below[run] = at[run]?.FindMember(name);
            }

            writer.WritePropertyName(name);
            Node(below, objects, name);
        }
    }

    // Only words that three objects share in a vocabulary leave memory; of the others only their number does.
    private void Words(ShapeNode?[] at, string name)
    {
        if (!Array.Exists(at, n => n is { Literals.IsVocabulary: true }) || WordLexicon.IsPersonal(name))
        {
            return;
        }

        LiteralSet?[] sets = [.. at.Select(n => n is { Literals.IsVocabulary: true } ? n.Literals : null)];
        string[] words =
        [
            .. sets.OfType<LiteralSet>().SelectMany(s => s.All).Where(l => l.Count >= FewestObjects).Select(l => l.Text)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        if (words.Length == 0)
        {
            return;
        }

        writer.WriteStartObject("words");
        foreach (string word in words)
        {
            Column(JsonEncodedText.Encode(word), [.. sets.Select(s => s?.All.FirstOrDefault(l => l.Count >= FewestObjects && l.Text == word)?.Count ?? 0)], []);
        }

        writer.WriteEndObject();
        ColumnOfAny("untold", [.. sets.Select(s => s is null ? 0 : s.Untold + s.All.Where(l => l.Count < FewestObjects).Sum(l => l.Count))], []);
    }

    private void Variants(ShapeNode?[] at)
    {
        if (!Array.Exists(at, n => n is { Variants.HasTag: true }))
        {
            return;
        }

        VariantTable[] tables = [.. at.Select(n => n?.Variants ?? new VariantTable())];
        writer.WriteStartObject("variants");
        Column(JsonEncodedText.Encode("rank"), [.. tables.Select(t => t.HasTag ? t.Rank + 1L : 0)], []);
        ColumnOfAny("closed", [.. tables.Select(t => t.HasTag && !t.IsOpen ? 1L : 0)], []);
        ColumnOfAny("untold", [.. tables.Select(t => t.Untold + t.All.Where(v => v.Objects < FewestObjects).Sum(v => v.Objects))], []);
        writer.WriteStartObject("kinds");
        foreach (string tag in tables.SelectMany(t => t.All).Where(v => v.Objects >= FewestObjects).Select(v => v.Tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Variant([.. tables.Select(t => t.Find(tag) is { Objects: >= FewestObjects } v ? v : null)], tag);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Variant(Variant?[] at, string tag)
    {
        long[] objects = [.. at.Select(v => v?.Objects ?? 0)];
        writer.WriteStartObject(tag);
        Column(Own, objects, []);
        writer.WriteStartObject("members");
        foreach (string name in at.OfType<Variant>().SelectMany(v => v.Members.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            ColumnOfAny(name, [.. at.Select(v => v is not null && v.Members.TryGetValue(name, out long count) ? count : 0)], objects);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
