using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts.Schemas;
using Harness.Drift.Learning;
using Harness.Tests.Drift.Inference;

namespace Harness.Tests.Drift.Learning;

internal sealed class SchemaLearnerTests
{
    [Test]
    public void Every_document_keeps_to_the_schema_that_was_learned_from_it_and_others() =>
        Prop.ForAll(JsonDocuments.Several.Filter(d => d.Length > 0), documents =>
        {
            LearnedSchema learned = Learned(documents);
            return documents.All(d => SchemaValidator.IsValid(learned.Schema, Encoding.UTF8.GetBytes(d)));
        }).QuickCheckThrowOnFailure();

    [TestCase("2026-02-31T25:61:00Z")]
    [TestCase("2026-01-02T03:04Z")]
    [TestCase("mailto://")]
    [TestCase("P1")]
    [TestCase("PT1M1H")]
    [TestCase("a@b.c@")]
    [TestCase("1e5")]
    public void A_text_that_only_looks_like_a_format_costs_the_format_and_nothing_else(string text)
    {
        string document = $$"""{"id":"11111111-2222-3333-4444-555555555555","at":"{{text}}"}""";

        LearnedSchema learned = Learned(document, document);

        SchemaValidator.IsValid(learned.Schema, Encoding.UTF8.GetBytes(document)).Should().BeTrue();
        learned.Json["properties"]!["id"]!.ToJsonString().Should().Be("""{"type":"string","format":"uuid"}""");
        learned.Json["properties"]!["at"]!["type"]!.ToString().Should().Be("string");
    }

    [Test]
    public void Members_that_always_come_are_required_and_others_optional()
    {
        LearnedSchema learned = Learned("""{"value":[{"id":1,"name":"x"},{"id":2},{"id":null}]}""");

        JsonNode items = learned.Json["properties"]!["value"]!["items"]!;
        items["required"]!.ToJsonString().Should().Be("""["id"]""");
        items["properties"]!["id"]!.ToJsonString().Should().Be("""{"type":"integer","nullable":true}""");
        learned.Json["required"].Should().BeNull("one object cannot tell what is always there");
    }

    [TestCase("""["2026-01-02T03:04:05Z","2026-01-02T03:04:05+01:00"]""", """{"type":"string","format":"date-time"}""")]
    [TestCase("""["2026-01-02"]""", """{"type":"string","format":"date"}""")]
    [TestCase("""["https://a.example/x"]""", """{"type":"string","format":"uri"}""")]
    [TestCase("""["adele@contoso.example"]""", """{"type":"string","format":"email"}""")]
    [TestCase("""["PT1H"]""", """{"type":"string","format":"duration"}""")]
    [TestCase("""["11111111-2222-3333-4444-555555555555",""]""", """{"type":"string"}""")]
    [TestCase("[1,2.5]", """{"type":"number"}""")]
    [TestCase("[1,null]", """{"type":"integer","nullable":true}""")]
    [TestCase("[null]", """{"nullable":true}""")]
    [TestCase("""[1,"x",null]""", """{"nullable":true,"oneOf":[{"type":"integer"},{"type":"string"}]}""")]
    [TestCase("[[]]", """{"type":"array","items":{}}""")]
    public void Elements_are_described_by_what_they_are(string document, string items) =>
        Learned(document).Json["items"]!.ToJsonString().Should().Be(items);

    [Test]
    public void Keys_that_are_data_make_a_map()
    {
        LearnedSchema learned = Learned("""{"11111111-2222-3333-4444-555555555555":{"n":1},"22222222-2222-3333-4444-555555555555":{"n":2}}""");

        learned.Json["additionalProperties"]!["properties"]!["n"]!["type"]!.ToString().Should().Be("integer");
        learned.Json["properties"].Should().BeNull();
    }

    [Test]
    public void Few_words_again_and_again_are_a_vocabulary_and_a_handful_are_not()
    {
        static string Severities(int times) => $"[{string.Join(',', Enumerable.Range(0, times).Select(i => $$"""{"severity":"{{(i % 3 == 0 ? "High" : "Low")}}","ownerName":"{{(i % 2 == 0 ? "Adele" : "Megan")}}"}"""))}]";

        JsonNode many = Learned(Severities(30)).Json["items"]!["properties"]!;
        JsonNode few = Learned(Severities(6)).Json["items"]!["properties"]!;

        many["severity"]!.ToJsonString().Should().Be("""{"type":"string","enum":["High","Low"]}""");
        many["ownerName"]!.ToJsonString().Should().Be("""{"type":"string"}""", "persons are no vocabulary");
        few["severity"]!.ToJsonString().Should().Be("""{"type":"string"}""");
    }

    [Test]
    public void A_member_called_like_a_reference_does_not_break_the_contract() =>
        SchemaLearner.Learn([Encoding.UTF8.GetBytes("""{"$ref":"x","null":1,"on":true}""")])?.Json["properties"]!["on"]!["type"]!.ToString().Should().Be("boolean");

    [Test]
    public void Depth_without_end_is_cut()
    {
        string document = string.Concat(Enumerable.Repeat("{\"a\":[", 60)) + "1" + string.Concat(Enumerable.Repeat("]}", 60));

        SchemaValidator.IsValid(Learned(document).Schema, Encoding.UTF8.GetBytes("{\"a\":[]}")).Should().BeTrue();
    }

    [TestCase("{}")]
    [TestCase("""{"value":[]}""")]
    [TestCase("""{"value":null}""")]
    public void An_empty_answer_teaches_nothing(string document) => Learned(document).SaysSomething.Should().BeFalse();

    private static LearnedSchema Learned(params string[] documents) =>
        SchemaLearner.Learn([.. documents.Select(d => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(d))])!;
}
