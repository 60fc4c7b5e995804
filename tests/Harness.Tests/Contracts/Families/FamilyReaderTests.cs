using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Schemas;
using Harness.Tests.Support;

namespace Harness.Tests.Contracts.Families;

public sealed class FamilyReaderTests
{
    [Test]
    public void A_sound_file_becomes_a_family_with_everything_it_says()
    {
        Family family = TestFamily.Read(TestFamily.Frame +
            """
            upstream: nodoc-portal
            servers: { "https://{relayHost}": "https://{tenant}-admin.example.com" }
            bindings: [{ host: other.example.com, operations: [/pods/**] }]
            placeholder:
              object: { type: object, required: [value], properties: { value: { type: array, items: { type: string, format: UUID } } } }
            headers: { X-Content-Type-Options: nosniff, Expires: -1 }
            licenses:
              - { plan: AAD_PREMIUM_P2, operations: [/pim/**], refusal: gone, evidence: documented }
              - { feature: pim, operations: [/pim/**], refusal: gone }
            quirks: [{ page-parameters: { operations: ["GET /va"], refusal: no, status: 500, evidence: observed, source: seen } }]
            sinks: ["POST /api/log"]
            canaries: ["GET /api/me"]
            signIn: { start: "https://admin.example.com/", untilCookie: FedAuth }
            """);

        family.Hosts.Select(h => h.ToString()).Should().Equal(
            "https://admin.example.com/api", "https://{tenant}-admin.example.com", "https://other.example.com");
        family.Servers.Should().ContainKey("https://{relayHost}");
        family.Bindings.Should().ContainSingle().Which.Host.Text.Should().Be("other.example.com");
        family.Headers.Should().Contain("Expires", "-1");
        family.Licenses.Select(l => (l.Plan, l.Code, l.Evidence)).Should().Equal(
            ("AAD_PREMIUM_P2", "unlicensed", EvidenceGrade.Documented), ("pim", "feature-off", EvidenceGrade.Inferred));
        family.Quirks.Should().ContainSingle().Which.Should().Match<QuirkDeclaration>(
            q => q.Kind == "page-parameters" && q.Settings["status"] == "500" && q.Settings.Count == 1 && q.Refusal == "no" && q.Location.Line == 21);
        family.Canaries.Should().Equal("GET /api/me");
        family.SignIn.Should().Be(new SignIn("https://admin.example.com/", "FedAuth"));
        SchemaProperty value = family.PlaceholderObject!.Properties.Should().ContainSingle().Subject;
        value.Should().Match<SchemaProperty>(p => p.Required && p.Schema.Items!.Format == "uuid" && p.Schema.Types == JsonTypes.Array);
    }

    [Test]
    public void A_refusal_keeps_its_variants_its_page_and_its_evidence()
    {
        Family family = TestFamily.Read(TestFamily.Frame.Replace(
            "  gone:",
            """
              digest:
                status: 403
                headers: { Content-Type: application/json, WWW-Authenticate: 'Bearer resource_id={{expected}}' }
                body: '{"odata.error":{"id":"{{requestId}}"}}'
                variants: [{ accept: odata=verbose, headers: { X-V: v }, body: '{"error":{}}' }]
                page: gone
                evidence: observed
                source: public captures
              gone:
            """,
            StringComparison.Ordinal));

        family.Refusals["digest"].Should().Match<Refusal>(
            r => r.Status == 403 && r.Page == "gone" && r.Evidence == EvidenceGrade.Observed && r.Source == "public captures"
                && r.Headers.ContainsKey("content-type"));
        family.Refusals["digest"].Variants.Should().ContainSingle().Which.Accept.Should().Be("odata=verbose");
    }

    [Test]
    public void A_requirement_has_scope_evidence_and_refusals_by_reason()
    {
        IAccessRequirement requirement = TestFamily.Read(TestFamily.Frame +
            """
            access:
              - cookie: sccauth
                on: [GET]
                hosts: [admin.example.com]
                paths: [/mto/**]
                except: ["GET /mto/open"]
                evidence: observed
                source: a capture
                refusal: { missing: no, expired: gone }
            """).Access[0];

        requirement.Should().Match<IAccessRequirement>(r => r.Evidence == EvidenceGrade.Observed && r.Source == "a capture" && r.Kind == "cookie");
        requirement.Scope.Covers("GET", "admin.example.com", "/mto/x").Should().BeTrue();
        requirement.Scope.Covers("GET", "admin.example.com", "/mto/open").Should().BeFalse();
        requirement.Scope.Covers("POST", "admin.example.com", "/mto/x").Should().BeFalse();
        requirement.RefusalFor("expired").Should().Be("gone");
        requirement.RefusalFor("incomplete").Should().Be("no");
    }

    [Test]
    public void A_realm_is_the_family_unless_a_session_is_named()
    {
        TestFamily.Requirement<CookieRequirement>("cookie: sccauth").Realm.Should().Be("portal");
        TestFamily.Requirement<CookieRequirement>("cookie: sccauth, session: purview").Realm.Should().Be("purview");
    }

    [Test]
    public void A_family_with_a_mistake_is_no_family()
    {
        Family? family = TestFamily.Read(TestFamily.Frame + "colour: blue\n", out List<ContractProblem> problems);

        family.Should().BeNull();
        problems.Should().ContainSingle().Which.ToString()
            .Should().StartWith("contracts/portal/family.yml:12:1: unknown key 'colour' in family.yml. Use one of: id, title,");
    }

    [TestCase("[]")]
    [TestCase("text")]
    [TestCase("")]
    public void A_file_that_is_no_mapping_is_one_problem(string yaml)
    {
        TestFamily.Read(yaml, out List<ContractProblem> problems).Should().BeNull();

        problems.Should().ContainSingle().Which.What.Should().StartWith("family.yml must be a mapping");
    }

    [Test]
    public void An_empty_mapping_lacks_all_that_a_family_needs()
    {
        TestFamily.Read("{}", out List<ContractProblem> problems);

        problems.Select(p => p.What.Split('\'')[1]).Should().BeEquivalentTo(
            "id", "title", "accessModel", "hosts", "refusals", "unknownPath", "wrongMethod", "unknownObject", "invalidCall");
    }
}
