using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Harness.Contracts;
using Harness.Contracts.Yaml;

namespace Harness.Tests.Contracts.Yaml;

internal sealed class YamlWriterTests
{
    private static readonly string[] Texts =
    [
        "", "plain", "On", "no", "null", "~", "true", "007", "-1.5e3", "2026-01-02", "a: b", "a #b", "- x", "{x}", "[x", "'", "\"", "\\", "two\nlines", "\u2028", "\u00e9\ud83d\ude00", " edge ", "x{y},z", "&a", "*a", "!a", "%a", "@odata.type", "$ref",
    ];

    [Test]
    public void What_is_written_reads_back_the_same() =>
        Prop.ForAll(Node(3).ToArbitrary(), json => Read(YamlWriter.Write(JsonNode.Parse(json)!)) == JsonNode.Parse(json)!.ToJsonString()).QuickCheckThrowOnFailure();

    [Test]
    public void What_is_short_stands_on_one_line_and_the_rest_below_each_other() =>
        YamlWriter.Write(JsonNode.Parse("""{"type":"object","required":["id","name"],"properties":{"id":{"type":"string","format":"uuid"},"name":{"type":"string","nullable":true},"state":{"type":"string"}}}""")!).Should().Be(
            """
            type: object
            required: [id, name]
            properties:
              id: {type: string, format: uuid}
              name: {type: string, nullable: true}
              state: {type: string}

            """.ReplaceLineEndings("\n"));

    // Objects at the root: a document that is a text alone is no contract.
    private static Gen<string> Node(int depth) =>
        from names in Gen.Elements(Texts).ArrayOf(4)
        from values in Value(depth).ArrayOf(names.Length)
        select $"{{{string.Join(',', names.Distinct(StringComparer.Ordinal).Select((n, i) => $"{JsonSerializer.Serialize(n)}:{values[i]}"))}}}";

    private static Gen<string> Value(int depth)
    {
        Gen<string> leaf = Gen.OneOf(Gen.Elements(Texts).Select(t => JsonSerializer.Serialize(t)), Gen.Elements("null", "true", "false", "0", "-7", "1.5"));
        return depth == 0 ? leaf : Gen.Frequency((3, leaf), (2, Node(depth - 1)), (1, Value(depth - 1).ArrayOf(3).Select(v => $"[{string.Join(',', v)}]")));
    }

    private static string Read(string yaml)
    {
        var problems = new List<ContractProblem>();
        LocatedNode node = YamlReader.Read(new StringReader(yaml), "a.yml", problems)!;
        problems.Should().BeEmpty(yaml);
        return JsonNode.Parse(Json(node).ToString())!.ToJsonString();
    }

    private static StringBuilder Json(LocatedNode node) => node.Kind switch
    {
        YamlKind.Mapping => new StringBuilder("{").AppendJoin(',', node.Entries.Select(e => $"{JsonSerializer.Serialize(e.Key)}:{Json(e.Value)}")).Append('}'),
        YamlKind.Sequence => new StringBuilder("[").AppendJoin(',', node.Items.Select(i => Json(i))).Append(']'),
        YamlKind.Text => new StringBuilder(JsonSerializer.Serialize(node.Value)),
        YamlKind.Null => new StringBuilder("null"),
        _ => new StringBuilder(node.Value),
    };
}
