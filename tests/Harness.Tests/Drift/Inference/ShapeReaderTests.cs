using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Contracts;
using Harness.Contracts.Schemas;
using Harness.Drift.Inference;
using Harness.Tests.Support;
using DocumentShape = Harness.Drift.Inference.Shape;

namespace Harness.Tests.Drift.Inference;

internal sealed class ShapeReaderTests
{
    [Test]
    public void Kinds_members_and_list_lengths_are_counted()
    {
        ShapeNode root = Read("""{"value":[{"id":1,"note":null},{"id":2.5}],"next":"","empty":[],"one":[true]}""").Root;

        ShapeNode items = root.FindMember("value")!.Items!;
        items[Tally.Object].Should().Be(2);
        items.FindMember("id")![Tally.Integer].Should().Be(1);
        items.FindMember("id")![Tally.Fraction].Should().Be(1);
        items.FindMember("note")!.Occurrences.Should().Be(1);
        items.FindMember("note")!.Present.Should().Be(0);
        root.FindMember("empty")![Tally.EmptyArray].Should().Be(1);
        root.FindMember("one")![Tally.SingleItemArray].Should().Be(1);
        root.FindMember("next")![Tally.EmptyText].Should().Be(1);
    }

    [TestCase("11111111-2222-3333-4444-555555555555", Tally.Uuid)]
    [TestCase("a1111111-2222-3333-4444-555555555555", Tally.Uuid)]
    [TestCase("2026-03-04T05:06:07.123Z", Tally.DateTimeUtc)]
    [TestCase("2026-03-04T05:06:07+01:00", Tally.DateTimeOffset)]
    [TestCase("2026-03-04T05:06:07", Tally.DateTimeLocal)]
    [TestCase("2026-03-04", Tally.Date)]
    [TestCase("/Date(1700000000000)/", Tally.ScriptDate)]
    [TestCase("https://contoso.example/x", Tally.Uri)]
    [TestCase("adele@contoso.example", Tally.Email)]
    [TestCase("/subscriptions/1/resourceGroups/x", Tally.ResourceId)]
    [TestCase("-12", Tally.IntegerText)]
    [TestCase("False", Tally.BooleanText)]
    [TestCase("P90D", Tally.Duration)]
    [TestCase("-PT1H30M", Tally.Duration)]
    [TestCase("Passive", null)]
    [TestCase("1.2.3.4", null)]
    [TestCase("2026-03-04 is a day", null)]
    public void A_text_is_known_by_its_format_and_not_kept(string text, Tally? format) =>
        TextFormats.Of(Encoding.UTF8.GetBytes(text)).Should().Be(format);

    [Test]
    public void Keys_that_are_data_are_not_kept()
    {
        DocumentShape shape = Read("""{"11111111-2222-3333-4444-555555555555":{"a":1},"adele@contoso.example":{"a":2},"2026-01-02":{"a":3},"S-1-5-21-1":{"a":4}}""");

        shape.Root.Members.Should().BeEmpty();
        shape.Root.MapValues!.FindMember("a")![Tally.Integer].Should().Be(4);
    }

    [Test]
    public void More_names_than_an_object_has_are_keys()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"{Letters(i)}\":{{\"x\":1}}")) + "}";

        ShapeNode root = Read(json).Root;

        root.IsCollapsed.Should().BeTrue();
        root.Members.Should().BeEmpty();
        root.MapValues!.FindMember("x")![Tally.Integer].Should().Be(300);
    }

    [Test]
    public void Prose_is_not_kept_and_few_words_are()
    {
        ShapeNode item = Read($"[{string.Join(',', Enumerable.Range(0, 12).Select(i => $$"""{"severity":"{{(i % 2 == 0 ? "High" : "Low")}}","title":"Alert {{i}}"}"""))}]").Root.Items!;

        item.FindMember("severity")!.Literals.IsVocabulary.Should().BeTrue();
        item.FindMember("severity")!.Literals.All.Select(l => l.Text).Should().BeEquivalentTo("High", "Low");
        item.FindMember("title")!.Literals.IsOpen.Should().BeFalse();
        item.FindMember("title")!.Literals.All.Should().BeEmpty();
    }

    [Test]
    public void Words_that_fewer_than_three_objects_share_do_not_reach_a_file()
    {
        string json = $"[{string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"state":"{{(i == 0 ? "Quarantined" : "Active")}}"}"""))}]";

        string written = Write(Read(json));

        written.Should().Contain("Active").And.NotContain("Quarantined");
    }

    [Test]
    public void Kinds_of_objects_are_told_apart_by_their_tag()
    {
        ShapeNode item = Read("""[{"@odata.type":"#a.user","upn":"x y"},{"@odata.type":"#a.group","members":[]},{"@odata.type":"#a.user"}]""").Root.Items!;

        item.Variants.TagName.Should().Be("@odata.type");
        item.Variants.Find("#a.user")!.Objects.Should().Be(2);
        item.Variants.Find("#a.user")!.Members["upn"].Should().Be(1);
        item.Variants.Find("#a.group")!.Members.Should().ContainKey("members");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("<html>")]
    [TestCase("""{"a":1} trailing""")]
    public void Bytes_that_are_no_document_have_no_shape(string text) => ShapeReader.TryRead(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    [Test]
    public void A_document_deeper_than_anyone_looks_is_counted_and_not_followed()
    {
        string json = string.Concat(Enumerable.Repeat("""{"a":""", 300)) + "1" + new string('}', 300);

        ShapeNode node = Read(json).Root;
        int depth = 0;
        for (ShapeNode? next = node; next is not null; next = next.FindMember("a"))
        {
            depth++;
        }

        depth.Should().BeLessThan(64);
    }

    [Test]
    public void Every_member_that_a_real_contract_declares_is_a_member_and_no_key()
    {
        string specs = SharedSpecs.RequireNodoc();
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, Imports = [specs] });
        var seen = new HashSet<Schema>(ReferenceEqualityComparer.Instance);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Schema schema in contracts.Operations.SelectMany(o => o.Responses).SelectMany(r => r.Content).Select(c => c.Schema).OfType<Schema>())
        {
            Collect(schema, seen, keys);
        }

        keys.Should().BeEmpty();
    }

    private static void Collect(Schema schema, HashSet<Schema> seen, SortedSet<string> keys)
    {
        if (!seen.Add(schema))
        {
            return;
        }

        foreach (SchemaProperty property in schema.Properties)
        {
            if (KeyLexicon.IsKey(Encoding.UTF8.GetBytes(property.Name)))
            {
                keys.Add(property.Name);
            }

            Collect(property.Schema, seen, keys);
        }

        foreach (Schema next in new[] { schema.Items, schema.MapValues }.OfType<Schema>().Concat(schema.OneOf).Concat(schema.AnyOf))
        {
            Collect(next, seen, keys);
        }
    }

    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => (char)('a' + (c - '0'))));

    private static DocumentShape Read(string json) => ShapeReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Write(DocumentShape shape)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ShapeJson.Write(writer, shape);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
