using Harness.Contracts.Families;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class LicenseTests
{
    private RunningServer _server = null!;
    private ILookup<string, OperationRow> _rows = null!;

    private static IEnumerable<TestCaseData> Gates => DeclaredOperations.OfCore.Families.SelectMany(
        family => family.Licenses.Select((gate, number) => new TestCaseData(family.Id, number).SetArgDisplayNames(family.Id, $"{gate.Plan} {gate.Operations[0]}")));

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Contracts = SharedSpecs.NodocFolder is { } specs ? [specs] : [] });
        _rows = (await _server.Operations()).ToLookup(r => r.Family, StringComparer.Ordinal);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Gates))]
    public async Task Behind_a_license_gate_everything_answers_with_the_plan_and_the_gates_refusal_without_it(string familyId, int number)
    {
        Family family = DeclaredOperations.OfCore.Family(familyId);
        LicenseGate gate = family.Licenses[number];
        OperationRow[] rows = [.. _rows[familyId].Where(r => ReferenceEquals(gate, family.Licenses.FirstOrDefault(g => g.Plan == gate.Plan && IsBehind(g, r))))];
        if (rows.Length == 0 && SharedSpecs.NodocFolder is null)
        {
            Assert.Ignore("Only the imported specs have operations behind this gate, and they are not on this machine.");
        }

        rows.Should().NotBeEmpty($"{family.Id} hides something without {gate.Plan}");
        foreach (OperationRow row in rows)
        {
            PortalSession session = await _server.SessionFor(row);
            PortalAnswer licensed = await _server.Call(row, session);
            await Take(gate);
            PortalAnswer unlicensed = await _server.Call(row, session);
            await Give(gate);
            PortalAnswer again = await _server.Call(row, session);

            licensed.Decision.Should().EndWith("/served", $"{row} is licensed in contoso-e5");
            unlicensed.Decision.Should().Be($"license/{gate.Code}", $"{row} needs {gate.Plan}");
            RefusalShape.Difference(family.Refusals[gate.Refusal], unlicensed).Should().BeNull($"{row} needs {gate.Plan}");

            // A write has changed the world, so only what a read says can be compared.
            if (row.Method == "GET")
            {
                (again.Status, MintedSecrets.Masked(again.Text)).Should().Be((licensed.Status, MintedSecrets.Masked(licensed.Text)), $"{row} is licensed again");
            }
            else
            {
                again.Decision.Should().NotStartWith("license/", $"{row} is licensed again");
            }
        }
    }

    [Test]
    public async Task Reset_gives_back_every_plan_and_feature_that_was_taken()
    {
        string before = (await _server.Control("tenant")).ToJsonString();
        foreach (LicenseGate gate in DeclaredOperations.OfCore.Families.SelectMany(f => f.Licenses))
        {
            await Take(gate);
        }

        (await _server.Control("tenant")).ToJsonString().Should().NotBe(before);
        await _server.Control(HttpMethod.Post, "reset");

        (await _server.Control("tenant")).ToJsonString().Should().Be(before);
    }

    private static bool IsBehind(LicenseGate gate, OperationRow row) => gate.Operations.Any(o => o.Matches(row.Method, row.PortalPath));

    private async Task Take(LicenseGate gate) => await _server.Control(HttpMethod.Put, "tenant", new { licenses = new { remove = new[] { gate.Plan } } });

    private async Task Give(LicenseGate gate) => await _server.Control(HttpMethod.Put, "tenant", new { licenses = new { add = new[] { gate.Plan } } });
}
