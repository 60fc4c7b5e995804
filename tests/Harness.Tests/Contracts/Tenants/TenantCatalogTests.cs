using System.Security.Cryptography.X509Certificates;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Tenants;

/// <summary>The three tenants of this repository are what the documentation says they are.</summary>
public sealed class TenantCatalogTests
{
    private static readonly string[] Profiles = ["contoso-e3", "contoso-e5", "fabrikam-basic"];

    private readonly List<ContractProblem> _problems = [];
    private TenantCatalog _catalog = null!;

    [OneTimeSetUp]
    public void Load() => _catalog = TenantCatalog.Load(Repository.Tenants, _problems);

    [Test]
    public void The_three_tenants_are_there_without_mistakes()
    {
        _problems.Should().BeEmpty();
        _catalog.All.Select(t => t.Profile).Should().Equal(Profiles);
        _catalog.TryFind(TenantCatalog.DefaultProfile, out _).Should().BeTrue();
    }

    [TestCaseSource(nameof(Profiles))]
    public void A_tenant_fills_every_host_template_and_answers_every_discovery(string profile)
    {
        Tenant tenant = Find(profile);

        tenant.Hosts.Keys.Should().BeEquivalentTo("tenant", "organization", "region", "tenantHost", "tenantIslandHost", "portalInfra", "relay");
        tenant.Hosts["tenantHost"].Replace(".", "", StringComparison.Ordinal).Should().Be(tenant.Id.ToString("N"));
        tenant.Regions.Keys.Should().Contain(["region", "partition", "podId", "workspace", "geo"]);
        tenant.Domains[0].Should().EndWith(".onmicrosoft.com");
    }

    [TestCaseSource(nameof(Profiles))]
    public void A_tenant_has_every_persona(string profile) =>
        Find(profile).Personas.Select(p => p.Id).Should().StartWith(
            ["global-admin", "security-reader", "exchange-admin", "no-roles", "guest", "service-principal"]);

    [Test]
    public void No_two_tenants_share_an_id_of_their_own()
    {
        string[] shared = ["c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "04b07795-8ddb-461a-bbee-02f9e1bf7b46"];

        _catalog.All.SelectMany(t => t.Personas.Select(p => p.ObjectId).Concat(t.Apps.Select(a => a.ClientId)).Append(t.Id))
            .Where(id => !shared.Contains(id.ToString())).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Passwords_and_secrets_say_that_they_are_make_believe() =>
        _catalog.All.SelectMany(t => t.Personas.Select(p => p.Password).Concat(t.Apps.Select(a => a.Secret ?? "")))
            .Where(s => s.Length > 0).Should().OnlyContain(s => s.StartsWith("make-believe-"));

    [TestCaseSource(nameof(Profiles))]
    public void A_certificate_app_can_sign_with_its_key(string profile)
    {
        string pem = Find(profile).Apps.Select(a => a.Certificate).OfType<string>().Should().ContainSingle().Subject;

        using var certificate = X509Certificate2.CreateFromPem(pem, pem);
        certificate.GetRSAPrivateKey().Should().NotBeNull();
    }

    [TestCase("contoso-e3", "AAD_PREMIUM_P2,ENTRA_GOVERNANCE,ATA,SECURITY_COPILOT,M365_BACKUP,SecurityCopilotCapacity")]
    [TestCase("fabrikam-basic", "AAD_PREMIUM_P2,SHAREPOINTENTERPRISE,INTUNE_A,MTP,OFFICESUBSCRIPTION")]
    public void A_smaller_tenant_lacks_what_the_default_one_has(string profile, string missing)
    {
        foreach (string plan in missing.Split(','))
        {
            Find(profile).Has(plan).Should().BeFalse(plan);
            Find("contoso-e5").Has(plan).Should().BeTrue(plan);
        }
    }

    [Test]
    public void The_default_tenant_has_every_plan_and_feature_that_any_family_asks_for()
    {
        IReadOnlyList<Family> families = ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true }).Families;

        families.SelectMany(f => f.Licenses).Select(l => l.Plan).Distinct().Where(p => !Find("contoso-e5").Has(p)).Should().BeEmpty();
    }

    [Test]
    public void The_plan_list_in_the_default_file_names_every_plan_and_feature_of_any_tenant()
    {
        string comment = string.Join(
            ' ', File.ReadLines(Path.Combine(Repository.Tenants, "contoso-e5.yml")).TakeWhile(l => l.StartsWith('#')));

        _catalog.All.SelectMany(t => t.Licenses.Concat(t.Features)).Distinct().Should().OnlyContain(name => comment.Contains(name));
    }

    [Test]
    public void The_default_tenant_has_an_app_for_every_way_that_sign_in_fails() =>
        Find("contoso-e5").Apps.SelectMany(a => a.Traits).Distinct().Should().Contain(
            ["consent-missing", "secret-expired", "assignment-required", "public-client", "disabled", "first-party", "single-tenant", "spa", "implicit", "throttled", "looping"]);

    [Test]
    public void A_profile_that_differs_from_its_files_name_is_a_problem()
    {
        using TemporaryFolder folder = new TemporaryFolder().With(
            "other.yml", File.ReadAllText(Path.Combine(Repository.Tenants, "fabrikam-basic.yml")));
        var problems = new List<ContractProblem>();

        TenantCatalog.Load(folder.Path, problems).All.Should().BeEmpty();

        problems.Should().ContainSingle().Which.What.Should().Be("the profile 'fabrikam-basic' differs from the file's name");
    }

    private Tenant Find(string profile) =>
        _catalog.TryFind(profile, out Tenant? tenant) ? tenant : throw new AssertionException($"no tenant {profile}");
}
