using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.OpenApi;

internal sealed class BundlerTests
{
    private const string Module =
        """
        paths:
          /things/{id}:
            get:
              responses:
                '200':
                  description: Fine.
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Thing'
        components:
          schemas:
            Thing:
              type: object
              properties:
                fromModule: { type: string }
        """;

    [Test]
    public void A_local_reference_in_a_module_means_the_module_and_not_the_root()
    {
        using ContractFolder folder = new ContractFolder()
            .With("openapi.yml", Documents.Root(
                "/things/{id}:\n  $ref: things.yml#/paths/~1things~1{id}",
                "components: { schemas: { Thing: { type: object, properties: { fromRoot: { type: string } } } } }"))
            .With("things.yml", Module);

        CompiledContracts contracts = folder.Import();

        contracts.Problems.Should().BeEmpty();
        Operation operation = contracts.Operations.Should().ContainSingle().Subject;
        operation.Path.Should().Be("/base/things/{id}");
        operation.Location.Should().Be(new SourceLocation("things.yml", 3));
        Schema schema = operation.Success!.Content[0].Schema!;
        schema.Name.Should().Be("Thing");
        schema.Properties.Should().ContainSingle().Which.Name.Should().Be("fromModule");
    }

    [Test]
    public void A_reference_that_leads_nowhere_is_told_with_line_and_column_and_the_rest_loads()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root(
            $"/a:\n{Documents.Indented(Documents.Get("{ $ref: '#/components/schemas/Missing' }"))}\n/b:\n{Documents.Indented(Documents.Get("{ type: string }"))}"));

        CompiledContracts contracts = folder.Import();

        contracts.Operations.Should().HaveCount(2);
        ContractProblem problem = contracts.Problems.Should().ContainSingle().Subject;
        problem.What.Should().Contain("#/components/schemas/Missing");
        (problem.Line, problem.Column).Should().Be((13, 31));
    }

    [Test]
    public void A_broken_module_does_not_take_the_others_down_and_is_told_once()
    {
        using ContractFolder folder = new ContractFolder()
            .With("openapi.yml", Documents.Root(
                """
                /things/{id}:
                  $ref: things.yml#/paths/~1things~1{id}
                /bad:
                  $ref: bad.yml#/paths/~1bad
                /worse:
                  $ref: bad.yml#/paths/~1worse
                """))
            .With("things.yml", Module)
            .With("bad.yml", "paths:\n  /bad: [unclosed\n  /worse:\n    get: {}\n");

        CompiledContracts contracts = folder.Import();

        contracts.Operations.Should().ContainSingle().Which.Path.Should().Be("/base/things/{id}");
        contracts.Problems.Should().ContainSingle().Which.Path.Should().EndWith("bad.yml");
    }

    [Test]
    public void A_broken_component_that_nobody_refers_to_is_no_problem()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root(
            $"/a:\n{Documents.Indented(Documents.Get("{ type: string }"))}",
            "components: { parameters: { $filter: { nonsense: 1 } }, schemas: { Bad: { $ref: '#/nowhere' } } }"));

        folder.Import().Problems.Should().BeEmpty();
    }

    [Test]
    public void A_reference_out_of_the_folder_is_refused()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root("/a:\n  $ref: ../../secret.yml#/paths/~1a"));

        folder.Import().Problems.Should().ContainSingle().Which.What.Should().Contain("leaves the contract's folder");
    }

    [Test]
    public void References_in_a_circle_are_told_and_do_not_hang()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root(
            $"/a:\n{Documents.Indented(Documents.Get("{ $ref: '#/components/schemas/A' }"))}",
            "components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }"));

        folder.Import().Problems.Should().ContainSingle().Which.What.Should().Contain("leads back to itself");
    }

    [Test]
    public void Mistakes_are_told_all_at_once_each_with_its_place()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", Documents.Root(
            """
            noslash:
              get: { responses: { '200': { description: x } } }
            /a:
              fetch: {}
              get:
                parameters: [{ in: body, name: x }]
                responses: { '2000': { description: x } }
            /b:
              get: { operationId: b }
            """));

        string[] problems = [.. folder.Import().Problems.Select(p => $"{p.Line}:{p.Column} {p.What}")];

        problems.Should().BeEquivalentTo(
            "6:3 the path 'noslash' does not begin with a slash",
            "9:5 'fetch' is no HTTP method",
            "11:26 a parameter cannot stand in 'body'",
            "12:20 '2000' is no status",
            "14:10 the operation declares no responses");
    }

    [Test]
    public void A_document_without_paths_is_a_problem()
    {
        using ContractFolder folder = new ContractFolder().With("openapi.yml", "openapi: 3.0.0\ninfo: {}\n");

        folder.Import().Problems.Should().ContainSingle().Which.What.Should().Be("no paths are declared");
    }

    [Test]
    public void Aliases_that_multiply_are_cut_off()
    {
        string bomb = string.Concat(Enumerable.Range(1, 30).Select(i => $"x{i}: &a{i} {{ type: object, properties: {{ l: *a{i - 1}, r: *a{i - 1} }} }}\n"));
        using ContractFolder folder = new ContractFolder().With("openapi.yml", $"x0: &a0 {{ type: string }}\n{bomb}" + Documents.Root(
            $"/a:\n{Documents.Indented(Documents.Get("*a30"))}"));

        folder.Import().Problems.Should().ContainSingle().Which.What.Should().Contain("aliases");
    }
}
