using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>Writes one place of several runs' shapes, and all places below it.</summary>
internal sealed class ShapeColumnWriter(Utf8JsonWriter writer)
{
    private const int FewestObjects = 3;

    /// <param name="expected">How often the place would occur if nothing were optional.</param>
    public void Node(ShapeNode?[] runs, ReadOnlySpan<long> expected, string name)
    {
        writer.WriteStartObject();
        long[] occurrences = Counts(runs, n => n.Occurrences);
        if (!expected.SequenceEqual(occurrences))
        {
            writer.WriteString("n", CountColumn.Encode(occurrences));
        }

        foreach (Tally tally in Enum.GetValues<Tally>())
        {
            Column(Tallies.NameOf(tally), Counts(runs, n => n[tally]), occurrences);
        }

        Words(runs, name);
        Variants(runs);
        if (Array.Exists(runs, n => n is { IsCollapsed: true }))
        {
            writer.WriteString("collapsed", CountColumn.Encode(Counts(runs, n => n.IsCollapsed ? 1 : 0)));
        }

        Child("items", [.. runs.Select(n => n?.Items)], name);
        Child("map", [.. runs.Select(n => n?.MapValues)], name);
        Members(runs);
        writer.WriteEndObject();
    }

    private static long[] Counts(ShapeNode?[] runs, Func<ShapeNode, long> count) => [.. runs.Select(n => n is null ? 0 : count(n))];

    private void Column(string name, long[] counts, long[] equal)
    {
        if (Array.Exists(counts, c => c > 0))
        {
            writer.WriteString(name, counts.AsSpan().SequenceEqual(equal) ? "=" : CountColumn.Encode(counts));
        }
    }

    private void Child(string member, ShapeNode?[] runs, string name)
    {
        if (Array.Exists(runs, n => n is not null))
        {
            writer.WritePropertyName(member);
            Node(runs, [], name);
        }
    }

    private void Members(ShapeNode?[] runs)
    {
        string[] names = [.. runs.OfType<ShapeNode>().SelectMany(n => n.Members).Select(m => m.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            return;
        }

        long[] objects = Counts(runs, n => n[Tally.Object]);
        writer.WriteStartObject("members");
        foreach (string name in names)
        {
            writer.WritePropertyName(name);
            Node([.. runs.Select(n => n?.FindMember(name))], objects, name);
        }

        writer.WriteEndObject();
    }

    // Only words that three objects share in a vocabulary leave memory; of the others only their number does.
    private void Words(ShapeNode?[] runs, string name)
    {
        LiteralSet?[] sets = [.. runs.Select(n => n is { Literals.IsVocabulary: true } && !WordLexicon.IsPersonal(name) ? n.Literals : null)];
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
            writer.WriteString(word, CountColumn.Encode([.. sets.Select(s => s?.All.FirstOrDefault(l => l.Count >= FewestObjects && l.Text == word)?.Count ?? 0)]));
        }

        writer.WriteEndObject();
        Column("untold", [.. sets.Select(s => s is null ? 0 : s.Untold + s.All.Where(l => l.Count < FewestObjects).Sum(l => l.Count))], []);
    }

    private void Variants(ShapeNode?[] runs)
    {
        VariantTable[] tables = [.. runs.Select(n => n?.Variants ?? new VariantTable())];
        if (!Array.Exists(tables, t => t.TagName.Length > 0))
        {
            return;
        }

        writer.WriteStartObject("variants");
        writer.WriteString("rank", CountColumn.Encode([.. tables.Select(t => t.TagName.Length > 0 ? t.Rank + 1L : 0)]));
        Column("closed", [.. tables.Select(t => t.TagName.Length > 0 && !t.IsOpen ? 1L : 0)], []);
        Column("untold", [.. tables.Select(t => t.Untold + t.All.Where(v => v.Objects < FewestObjects).Sum(v => v.Objects))], []);
        writer.WriteStartObject("kinds");
        foreach (string tag in tables.SelectMany(t => t.All).Where(v => v.Objects >= FewestObjects).Select(v => v.Tag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Variant([.. tables.Select(t => t.Find(tag) is { Objects: >= FewestObjects } v ? v : null)], tag);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Variant(Variant?[] runs, string tag)
    {
        long[] objects = [.. runs.Select(v => v?.Objects ?? 0)];
        writer.WriteStartObject(tag);
        writer.WriteString("n", CountColumn.Encode(objects));
        writer.WriteStartObject("members");
        foreach (string name in runs.OfType<Variant>().SelectMany(v => v.Members.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Column(name, [.. runs.Select(v => v is not null && v.Members.TryGetValue(name, out long count) ? count : 0)], objects);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
