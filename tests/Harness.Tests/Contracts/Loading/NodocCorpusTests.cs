using Harness.Contracts;
using Harness.Contracts.Operations;

namespace Harness.Tests.Contracts.Loading;

internal sealed class NodocCorpusTests
{
    private static readonly Dictionary<string, int> Counts = new(StringComparer.Ordinal)
    {
        ["nodoc-defender-xdr"] = 594,
        ["nodoc-m365-admin"] = 280,
        ["nodoc-exchange-beta"] = 61,
        ["nodoc-sharepoint-admin"] = 41,
        ["nodoc-teams"] = 99,
        ["nodoc-viva-engage"] = 5,
        ["nodoc-m365-apps-config"] = 23,
        ["nodoc-m365-apps-services"] = 9,
        ["nodoc-m365-apps-inventory"] = 27,
        ["nodoc-intune-autopatch"] = 53,
        ["nodoc-intune-portal"] = 5,
        ["nodoc-power-platform"] = 244,
        ["nodoc-purview"] = 124,
        ["nodoc-purview-portal"] = 8,
        ["nodoc-security-copilot"] = 32,
        ["nodoc-ibiza-iam"] = 286,
        ["nodoc-entra-pim"] = 16,
        ["nodoc-entra-iga"] = 11,
        ["nodoc-entra-idgov"] = 17,
        ["nodoc-entra-b2c"] = 6,
    };

    [Test]
    public void Every_family_has_as_many_operations_as_were_counted()
    {
        CompiledContracts contracts = NodocCorpus.Require();

        contracts.Operations.GroupBy(o => o.Family).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(Counts);
        contracts.Families.Should().HaveCount(20);
    }

    [Test]
    public void No_file_has_a_problem() => NodocCorpus.Require().Problems.Should().BeEmpty();

    [Test]
    public void Methods_are_as_many_as_were_counted() =>
        NodocCorpus.Require().Operations.GroupBy(o => o.Method).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["GET"] = 1506, ["POST"] = 360, ["PUT"] = 31, ["PATCH"] = 19, ["DELETE"] = 25 });

    [Test]
    public void Success_bodies_are_typed_empty_and_opaque_as_often_as_was_counted() =>
        NodocCorpus.Require().Operations.GroupBy(NodocCorpus.BodyClass).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(
            new Dictionary<string, int>
            {
                // The count beside the specs has one typed body more, one envelope less: an open object that it judged by its example.
                ["typed"] = 599,
                ["scalar"] = 64,
                ["placeholder"] = 819,
                ["array-of-placeholder"] = 52,
                ["envelope-only"] = 43,
                ["no-content"] = 352,
                ["no-2xx"] = 12,
            });

    [Test]
    public void No_two_operations_collapse_into_one_key() =>
        NodocCorpus.Require().Operations.Select(OperationKey.Of).Should().OnlyHaveUniqueItems().And.HaveCount(1941);

    [Test]
    public void Every_operation_points_at_the_line_of_its_method()
    {
        string root = Support.SharedSpecs.RequireNodoc();
        foreach (IGrouping<string, Operation> file in NodocCorpus.Require().Operations.GroupBy(o => o.Location.File))
        {
            string[] lines = File.ReadAllLines(Path.Combine(root, file.Key));
            file.Should().OnlyContain(o => lines[o.Location.Line - 1].Trim() == o.Method.ToLowerInvariant() + ":");
        }
    }

    [Test]
    public void Every_operation_has_a_host_that_can_be_matched() =>
        NodocCorpus.Require().Operations.Should().OnlyContain(o => o.Hosts.Count > 0 && o.Hosts.All(h => HostPattern.Parse(h).Text == h));

    [Test]
    public void The_tenant_api_hosts_take_dots_and_the_relay_keeps_its_domain()
    {
        string[] hosts = [.. NodocCorpus.Require().Operations.SelectMany(o => o.Hosts).Distinct()];

        hosts.Should().Contain("{*tenantHost}.tenant.api.powerplatform.com").And.Contain("{relayHost}.rt.yammer.com");
        hosts.Should().NotContain(h => h.Contains("tenantIsland"));
    }

    [Test]
    public void Zipped_specs_compile_to_the_same_operations()
    {
        string root = Support.SharedSpecs.RequireNodoc();
        string archive = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            System.IO.Compression.ZipFile.CreateFromDirectory(root, archive);
            CompiledContracts zipped = ContractLoader.Load(new ContractLoadOptions { Imports = [archive] });

            zipped.Problems.Should().BeEmpty();
            Support.ContractDump.Of(zipped).Should().Be(Support.ContractDump.Of(NodocCorpus.Require()));
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
