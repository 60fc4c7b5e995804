using System.Text.Json;
using Harness.Contracts;
using Harness.Drift.ContractDiff;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.ContractDiff;

internal sealed class ContractComparisonTests
{
    [TestCaseSource(nameof(Pairs))]
    public void A_pair_of_real_trees_differs_in_exactly_what_its_history_changed(string pair)
    {
        string folder = System.IO.Path.Combine(SharedSpecs.RequireNodoc(), "..", "drift", pair);

        IReadOnlyList<ContractDifference> found = ContractComparison.Compare(Load(System.IO.Path.Combine(folder, "before")), Load(System.IO.Path.Combine(folder, "after")));

        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(folder, "truth.json")));
        found.Select(Describe).Should().BeEquivalentTo(truth.RootElement.EnumerateArray().Select(Describe));
    }

    [Test]
    public void A_tree_differs_from_itself_in_nothing()
    {
        CompiledContracts contracts = Load(SharedSpecs.RequireNodoc());

        ContractComparison.Compare(contracts, Load(SharedSpecs.RequireNodoc())).Should().BeEmpty();
    }

    [Test]
    public void Order_of_members_statuses_and_parameters_says_nothing() =>
        Compare(
            """{"/a":{"get":{"parameters":[{"name":"x","in":"query"},{"name":"y","in":"query"}],"responses":{"200":OBJECT,"404":{"description":"d"}}}}}""".Replace("OBJECT", Answer("""{"p":{"type":"string"},"q":{"type":"integer"}}"""), StringComparison.Ordinal),
            """{"/a":{"get":{"parameters":[{"name":"y","in":"query"},{"name":"x","in":"query"}],"responses":{"404":{"description":"other"},"200":OBJECT}}}}""".Replace("OBJECT", Answer("""{"q":{"type":"integer"},"p":{"type":"string"}}"""), StringComparison.Ordinal))
            .Should().BeEmpty();

    [TestCase("/a/B", "/a/b")]
    [TestCase("/a/b", "/a/b/")]
    [TestCase("/a//b", "/a/b")]
    [TestCase("/a/{x}", "/a/{y}")]
    public void Another_spelling_of_a_path_is_one_endpoint_gone_and_one_added(string before, string after) =>
        Compare(Path(before, Answer("{}")), Path(after, Answer("{}"))).Should().BeEquivalentTo("endpoint-removed", "endpoint-added");

    [TestCase("""{"p":{"type":"string"}}""", """{"p":{"type":"integer"}}""", "type-changed")]
    [TestCase("""{"p":{"type":"object"}}""", """{"p":{"type":"object","properties":{"x":{"type":"string"}}}}""", "schema-specified")]
    [TestCase("""{"p":{"type":"array","items":{"type":"string"}}}""", """{"p":{"type":"array"}}""", "schema-unspecified")]
    [TestCase("""{"p":{"type":"string"}}""", """{"q":{"type":"string"}}""", "property-removed", "property-added")]
    [TestCase("""{"p":{"type":"string","format":"uuid"}}""", """{"p":{"type":"string"}}""", "format-changed")]
    [TestCase("""{"p":{"type":"string"}}""", """{"p":{"type":"string","nullable":true}}""", "nullable-changed")]
    [TestCase("""{"p":{"type":"string","enum":["a","b"]}}""", """{"p":{"type":"string","enum":["b","c"]}}""", "enum-changed")]
    [TestCase("""{"p":{"type":"string","enum":["a","b"]}}""", """{"p":{"type":"string","enum":["b","a"]}}""")]
    [TestCase("""{"p":{"type":"string","description":"x","example":"y"}}""", """{"p":{"type":"string"}}""")]
    public void An_edit_of_a_schema_is_told_by_its_kind(string before, string after, params string[] kinds) =>
        Compare(Path("/a", Answer(before)), Path("/a", Answer(after))).Should().BeEquivalentTo(kinds);

    [Test]
    public void Every_kind_has_a_rule() =>
        DifferenceRules.Kinds.Select(DifferenceRules.RuleOf).Should().OnlyContain(r => r.StartsWith("DRIFT") || r.StartsWith("SPEC"));

    private static IEnumerable<string> Pairs()
    {
        string? corpus = SharedSpecs.NodocFolder is { } nodoc ? System.IO.Path.Combine(nodoc, "..", "drift") : null;
        return corpus is not null && Directory.Exists(corpus) ? Directory.GetDirectories(corpus).Select(d => System.IO.Path.GetFileName(d)!).Order(StringComparer.Ordinal) : ["absent"];
    }

    private static CompiledContracts Load(string tree) =>
        ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true, Imports = [tree] });

    // Which name the family goes by is the catalog's affair.
    private static string Describe(ContractDifference d) => $"{d.Where} {d.Kind} {d.Method} {d.Path} {d.Pointer} {d.Before?.ToJsonString() ?? "null"} -> {d.After?.ToJsonString() ?? "null"}";

    private static string Describe(JsonElement truth) =>
        $"{truth.GetProperty("where").GetString()} {truth.GetProperty("kind").GetString()} {truth.GetProperty("method").GetString()} {truth.GetProperty("path").GetString()} "
        + $"{truth.GetProperty("pointer").GetString()} {Compact(truth.GetProperty("before"))} -> {Compact(truth.GetProperty("after"))}";

    private static string Compact(JsonElement element) => System.Text.Json.Nodes.JsonNode.Parse(element.GetRawText())?.ToJsonString() ?? "null";

    private static string Answer(string properties) => """{"description":"d","content":{"application/json":{"schema":{"type":"object","properties":PROPERTIES}}}}""".Replace("PROPERTIES", properties, StringComparison.Ordinal);

    private static string Path(string path, string answer) => $$$"""{"{{{path}}}":{"get":{"responses":{"200":{{{answer}}}}}}}""";

    private static IEnumerable<string> Compare(string before, string after)
    {
        using var folder = new TemporaryFolder();
        return ContractComparison.Compare(Load(Write(folder, "before", before)), Load(Write(folder, "after", after))).Select(d => d.Kind).ToArray();
    }

    private static string Write(TemporaryFolder folder, string name, string paths)
    {
        string tree = System.IO.Path.Combine(folder.Path, name);
        Directory.CreateDirectory(tree);
        File.WriteAllText(System.IO.Path.Combine(tree, "openapi.yml"), $$$"""{"openapi":"3.0.3","info":{"title":"t","version":"1"},"servers":[{"url":"https://nowhere.example"}],"paths":{{{paths}}}}""");
        return tree;
    }
}
