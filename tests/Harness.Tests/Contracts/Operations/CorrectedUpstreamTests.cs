using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Operations;

internal sealed class CorrectedUpstreamTests
{
    private const string Family = """
        id: portal
        title: Portal
        accessModel: None
        upstream: nodoc-portal
        hosts: ["https://portal.contoso.test"]
        refusals: { no: { status: 404, evidence: inferred } }
        unknownPath: no
        wrongMethod: no
        unknownObject: no
        invalidCall: no
        """;

    [TestCase(true, "right")]
    [TestCase(false, "wrong")]
    public void A_correction_stands_against_the_contract_that_is_known_to_be_wrong(bool corrects, string property)
    {
        using var core = new TemporaryFolder();
        using var import = new TemporaryFolder();
        using var cache = new TemporaryFolder();
        core.With("portal/family.yml", Family).With("portal/openapi.yml", Document("right", corrects ? "x-corrects-upstream: true" : "x-evidence: inferred", "'200'"));
        import.With("nodoc-portal/specification/openapi.yml", Document("wrong", "deprecated: false", "'200'"));
        var options = new ContractLoadOptions { CoreFolder = core.Path, Imports = [import.Path], CacheFolder = cache.Path };

        // The second time the answer comes out of the cache.
        foreach (CompiledContracts contracts in new[] { ContractLoader.Load(options), ContractLoader.Load(options) })
        {
            Operation operation = contracts.Operations.Should().ContainSingle().Subject;
            operation.CorrectsUpstream.Should().Be(corrects);
            operation.Source.Should().Be(OperationSource.Both);
            operation.Success!.Content[0].Schema!.Properties.Should().ContainSingle().Which.Name.Should().Be(property);
        }
    }

    private static string Document(string property, string extra, string status) => $$"""
        openapi: 3.0.3
        info: { title: Portal, version: "1" }
        servers: [{ url: "https://portal.contoso.test" }]
        paths:
          /things:
            get:
              {{extra}}
              responses:
                {{status}}: { description: Things., content: { application/json: { schema: { type: object, properties: { {{property}}: { type: string } } } } } }
        """;
}
