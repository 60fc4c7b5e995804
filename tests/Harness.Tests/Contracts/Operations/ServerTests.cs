using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Operations;

internal sealed class ServerTests
{
    private const string Family =
        """
        id: sample
        title: Sample
        accessModel: None
        upstream: nodoc-sample
        hosts: ["https://{organization}.crm.example.com", "https://one.example.com/base", "https://two.example.com", "https://{relay}.rt.example.org"]
        servers: { "https://{relayHost}": "https://{relay}.rt.example.org" }
        bindings: [{ host: two.example.com, operations: ["/base/bound/**"] }]
        refusals: { refused: { status: 404, body: "", evidence: inferred, source: "made up for this test" } }
        unknownPath: refused
        wrongMethod: refused
        unknownObject: refused
        invalidCall: refused
        """;

    [Test]
    public void Hosts_are_spelled_as_the_family_spells_them() =>
        Import("[{ url: 'https://{organizationHost}.crm.example.com', variables: { organizationHost: { default: org1 } } }]", "/a")
            .Hosts.Should().Equal("{organization}.crm.example.com");

    [Test]
    public void A_server_that_could_be_any_host_is_renamed_by_the_family() =>
        Import("[{ url: 'https://{relayHost}', variables: { relayHost: { default: x.rt.elsewhere.org } } }]", "/a")
            .Hosts.Should().Equal("{relay}.rt.example.org");

    [Test]
    public void Of_several_servers_a_binding_keeps_one() =>
        Import("[{ url: 'https://one.example.com/base' }, { url: 'https://two.example.com/base' }]", "/bound/x").Hosts.Should().Equal("two.example.com");

    [Test]
    public void Without_a_binding_all_servers_stay()
    {
        Operation operation = Import("[{ url: 'https://one.example.com/base' }, { url: 'https://two.example.com/base' }]", "/free");

        operation.Hosts.Should().Equal("one.example.com", "two.example.com");
        operation.Path.Should().Be("/base/free");
    }

    [Test]
    public void Without_a_family_the_default_value_widens_the_pattern()
    {
        using ContractFolder folder = new ContractFolder().With("elsewhere/openapi.yml", Document(
            "[{ url: 'https://{t}.tenant.example.net', variables: { t: { default: abc.de } } }, { url: 'https://{r}', variables: { r: { default: x.rt.example.org } } }]",
            "/a"));

        CompiledContracts contracts = folder.Import();

        contracts.Problems.Should().BeEmpty();
        contracts.Operations[0].Hosts.Should().Equal("{*t}.tenant.example.net", "{r}.rt.example.org");
        contracts.Families.Should().ContainSingle().Which.Id.Should().Be("elsewhere");
    }

    [Test]
    public void A_server_that_could_be_any_host_is_a_problem_with_its_place_when_nothing_narrows_it()
    {
        using ContractFolder folder = new ContractFolder().With("elsewhere/openapi.yml", Document("[{ url: 'https://{r}' }]", "/a"));

        CompiledContracts contracts = folder.Import();

        contracts.Operations.Should().BeEmpty();
        contracts.Problems.Should().ContainSingle().Which.ToString().Should().Contain("openapi.yml:3:11: the server 'https://{r}' could be any host");
    }

    [TestCase("nodoc-sample")]
    [TestCase("sample")]
    [TestCase("before")]
    public void A_spec_is_known_by_its_folder_or_by_its_hosts(string name)
    {
        using ContractFolder core = new ContractFolder().With("sample/family.yml", Family);
        using ContractFolder import = new ContractFolder().With($"{name}/openapi.yml", Document("[{ url: 'https://one.example.com/base' }]", "/a"));

        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = core.Path, Imports = [import.In(name)] });

        contracts.Operations.Should().ContainSingle().Which.Family.Should().Be("sample");
    }

    private static Operation Import(string servers, string path)
    {
        using ContractFolder core = new ContractFolder().With("sample/family.yml", Family);
        using ContractFolder import = new ContractFolder().With("nodoc-sample/openapi.yml", Document(servers, path));
        return ContractLoader.Load(new ContractLoadOptions { CoreFolder = core.Path, Imports = [import.Path] }).Operations.Should().ContainSingle().Subject;
    }

    private static string Document(string servers, string path) =>
        $"openapi: 3.0.1\ninfo: {{ title: Sample, version: '1' }}\nservers: {servers}\npaths:\n  {path}:\n    get: {{ responses: {{ '200': {{ description: x }} }} }}\n";
}
