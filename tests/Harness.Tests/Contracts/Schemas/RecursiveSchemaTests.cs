using Harness.Contracts;
using Harness.Contracts.Schemas;
using Harness.Tests.Contracts.OpenApi;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Schemas;

internal sealed class RecursiveSchemaTests
{
    [Test]
    public void A_schema_that_contains_itself_is_one_instance_that_refers_to_itself()
    {
        Schema node = Load("Node: { type: object, properties: { name: { type: string }, children: { type: array, items: { $ref: '#/components/schemas/Node' } } } }");

        node.FindProperty("children")!.Schema.Items.Should().BeSameAs(node);
    }

    [Test]
    public void AllOf_of_itself_ends() =>
        Load("Node: { allOf: [{ $ref: '#/components/schemas/Node' }, { type: object, properties: { a: { type: string } } }] }")
            .Properties.Should().ContainSingle();

    [Test]
    public void An_array_of_itself_is_a_placeholder_and_asking_ends() =>
        Load("Node: { type: array, items: { $ref: '#/components/schemas/Node' } }").IsPlaceholder.Should().BeTrue();

    [Test]
    public void A_chain_of_thousands_does_not_overflow_the_stack()
    {
        string chain = string.Join('\n', Enumerable.Range(0, 5_000).Select(i =>
            $"    N{i}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/{(i == 4_999 ? "Node" : $"N{i + 1}")}' }} }} }}"));

        Load($"Node: {{ type: object, properties: {{ n: {{ $ref: '#/components/schemas/N0' }} }} }}\n{chain}")
            .FindProperty("n")!.Schema.FindProperty("next")!.Schema.Name.Should().Be("N1");
    }

    private static Schema Load(string schemas)
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root(
            $"/a:\n{Documents.Indented(Documents.Get("{ $ref: '#/components/schemas/Node' }"))}",
            $"components:\n  schemas:\n    {schemas}"));
        CompiledContracts contracts = folder.Import();
        contracts.Problems.Should().BeEmpty();
        return contracts.Operations[0].Success!.Content[0].Schema!;
    }
}
