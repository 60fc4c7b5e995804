using Harness.Contracts;
using Harness.Drift.Targets;
using Harness.Tests.Support;

namespace Harness.Tests.Drift.Targets;

internal sealed class TargetReaderTests
{
    private const string Sound =
        """
        name: contoso-lab
        tenantId: 11111111-2222-3333-4444-555555555555
        nonProduction: true
        hosts: { tenant: contoso, organization: contoso-dev }
        gateway: http://127.0.0.1:5080
        credentials: { kind: mock }
        families: [defender, sharepoint-admin]
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_sound_file_is_read()
    {
        Target target = Read(Sound, out List<ContractProblem> problems)!;

        problems.Should().BeEmpty();
        target.Should().BeEquivalentTo(new { Name = "contoso-lab", TenantId = DriftBench.Tenant, NonProduction = true, Gateway = new Uri("http://127.0.0.1:5080") });
        target.Hosts.Should().Contain("organization", "contoso-dev");
        target.Credentials.Kind.Should().Be("mock");
        target.Families.Should().Equal("defender", "sharepoint-admin");
    }

    [Test]
    public void Without_nonProduction_it_is_read_as_not_marked() =>
        Read(Sound.Replace("nonProduction: true\n", "", StringComparison.Ordinal), out _)!.NonProduction.Should().BeFalse();

    [Test]
    public void Every_mistake_is_told_with_its_line()
    {
        Target? target = Read(
            """
            name: ../lab
            tenantId: nobody
            hosts: { tenant: "evil.example/x" }
            gateway: http://portal.example
            credentials: { kind: mock, personna: x }
            families: [defendr]
            extra: 1
            """,
            out List<ContractProblem> problems);

        target.Should().BeNull();
        problems.Select(p => p.Line).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        problems.Should().OnlyContain(p => p.What.Length > 0 && p.Fix.Length > 0);
        problems.Single(p => p.Line == 6).Fix.Should().Contain("defender");
    }

    [TestCase("tenantId: 11111111-2222-3333-4444-555555555555\n", "tenantId")]
    [TestCase("credentials: { kind: mock }\n", "credentials")]
    [TestCase("gateway: http://127.0.0.1:5080\n", "gateway")]
    public void What_must_be_there_is_asked_for(string line, string key)
    {
        Read(Sound.Replace(line, "", StringComparison.Ordinal), out List<ContractProblem> problems).Should().BeNull();
        problems.Should().ContainSingle().Which.ToString().Should().Contain(key);
    }

    [Test]
    public void A_file_that_is_not_there_is_a_problem_of_its_own()
    {
        var problems = new List<ContractProblem>();

        TargetReader.Read(Path.Combine(_folder.Path, "none.yml"), problems).Should().BeNull();
        problems.Should().ContainSingle();
    }

    private Target? Read(string text, out List<ContractProblem> problems)
    {
        _folder.With("target.yml", text.ReplaceLineEndings("\n"));
        problems = [];
        return TargetReader.Read(Path.Combine(_folder.Path, "target.yml"), problems, ["defender", "sharepoint-admin"]);
    }
}
