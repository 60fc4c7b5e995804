using Harness.Contracts;
using Harness.Contracts.Tenants;
using Harness.Contracts.Yaml;

namespace Harness.Tests.Contracts.Tenants;

public sealed class TenantReaderTests
{
    [Test]
    public void Every_mistake_is_reported_where_it_stands()
    {
        const string Yaml =
            """
            profile: lab
            id: 12
            domains: []
            host: { tenant: lab }
            personas:
              - { id: a, objectId: 00000000-0000-0000-0000-000000000000, displayName: A }
              - { id: a, objectId: 6dd2c1c4-5e4e-4a5a-9a0b-0d9a6a5d1f11, upn: a@x, displayName: B, password: p, role: [x] }
            apps:
              - { clientId: 6dd2c1c4-5e4e-4a5a-9a0b-0d9a6a5d1f12, name: N, certificate: nothing, redirectUris: [here], permissions: [Read] }
            """;

        Read(Yaml, out List<ContractProblem> problems).Should().BeNull();

        problems.Select(p => $"{p.Line}:{p.Column} {p.What}").Should().Equal(
            "1:1 a tenant file lacks 'hosts'",
            "1:1 a tenant file lacks 'displayName'",
            "2:5 '12' is no GUID",
            "3:10 'domains' is empty",
            "4:1 unknown key 'host' in a tenant file",
            "6:5 a persona lacks 'upn'",
            "6:5 a persona lacks 'password'",
            "6:24 '00000000-0000-0000-0000-000000000000' is no GUID",
            "7:11 the id 'a' stands twice in 'personas'",
            "7:101 unknown key 'role' in a persona",
            "9:77 'certificate' of an app is no certificate with its private key",
            "9:101 'here' is no redirect address",
            "9:122 'Read' is no permission");
    }

    [Test]
    public void A_service_principal_needs_no_name_to_sign_in_with()
    {
        Tenant? tenant = Read(
            """
            profile: lab
            id: 6dd2c1c4-5e4e-4a5a-9a0b-0d9a6a5d1f10
            displayName: Lab
            domains: [lab.onmicrosoft.com]
            hosts: { tenant: lab }
            personas: [{ id: service-principal, objectId: 6dd2c1c4-5e4e-4a5a-9a0b-0d9a6a5d1f11, displayName: Robot }]
            """,
            out List<ContractProblem> problems);

        problems.Should().BeEmpty();
        tenant!.Personas.Should().ContainSingle().Which.Upn.Should().BeEmpty();
    }

    private static Tenant? Read(string yaml, out List<ContractProblem> problems)
    {
        problems = [];
        using var text = new StringReader(yaml);
        return TenantReader.Read(YamlReader.Read(text, "lab.yml", problems)!, "lab.yml", problems);
    }
}
