using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Tests.Support;

namespace Harness.Tests.Mock;

internal sealed class AccessGateTests
{
    private RunningServer _server = null!;
    private ILookup<string, OperationRow> _rows = null!;

    private static IEnumerable<string> Families => DeclaredOperations.OfCore.Families.Where(f => f.Access.Count > 0).Select(f => f.Id);

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = await RunningServer.Start(o => o with { Clock = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) });
        _rows = (await _server.Operations()).ToLookup(r => r.Family, StringComparer.Ordinal);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [SetUp]
    public async Task Reset() => await _server.Control(HttpMethod.Post, "reset");

    [TestCaseSource(nameof(Families))]
    public async Task Whatever_is_wrong_with_the_credentials_meets_the_familys_own_refusal_for_it(string family)
    {
        List<string> wrong = [];
        foreach ((IAccessRequirement requirement, OperationRow row) in Samples(family))
        {
            (await _server.Call(row, await _server.SessionFor(row))).IsLetIn.Should().BeTrue($"{row} has all it needs");
            foreach (AccessDefect defect in AccessDefects.Of(requirement))
            {
                PortalSession session = await _server.SessionFor(row);
                await defect.Spoil(_server, row, session);
                Check(row, defect.Requirement, defect.Code, defect.Reason, await _server.Call(row, session), wrong);
            }
        }

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Families))]
    public async Task A_call_with_nothing_on_it_is_told_of_the_first_requirement_and_no_other(string family)
    {
        List<string> wrong = [];
        foreach (OperationRow row in _rows[family])
        {
            if (DeclaredOperations.OfCore.Requirements(row) is [{ } first, ..])
            {
                Check(row, first, AccessDefects.Of(first).First().Code, "missing", await _server.Call(row, null), wrong);
            }
        }

        wrong.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Families))]
    public async Task What_has_outlived_its_lifetime_is_refused_as_expired_and_a_new_session_heals_it(string family)
    {
        List<string> wrong = [];
        foreach ((IAccessRequirement requirement, OperationRow row) in Samples(family))
        {
            if (SessionAging.Lifetime(requirement) is not { } lifetime)
            {
                continue;
            }

            await Reset();
            PortalSession session = await _server.SessionFor(row);
            await _server.Control(HttpMethod.Post, "clock", new { advance = System.Xml.XmlConvert.ToString(lifetime - TimeSpan.FromMinutes(1)) });
            (await _server.Call(row, SessionAging.Renew(session, await _server.SessionFor(row), requirement, DeclaredOperations.OfCore.Requirements(row))))
                .IsLetIn.Should().BeTrue($"{requirement} of {row} lasts {lifetime}");

            await _server.Control(HttpMethod.Post, "clock", new { advance = "PT2M" });
            PortalSession fresh = await _server.SessionFor(row);
            SessionAging.Renew(session, fresh, requirement, DeclaredOperations.OfCore.Requirements(row));
            Check(row, requirement, SessionAging.ExpiredCode(requirement), "expired", await _server.Call(row, session), wrong);
            (await _server.Call(row, fresh)).IsLetIn.Should().BeTrue($"a new session heals {row}");
        }

        wrong.Should().BeEmpty();
    }

    [Test]
    public async Task The_control_api_lists_each_familys_requirements_in_the_order_in_which_they_answer()
    {
        var listed = ((System.Text.Json.Nodes.JsonArray)(await _server.Control("families"))["families"]!)
            .ToDictionary(f => (string)f!["id"]!, f => ((System.Text.Json.Nodes.JsonArray)f!["requirements"]!).Select(r => $"{r!["kind"]} {r["name"]}").ToArray());

        foreach (Family family in DeclaredOperations.OfCore.Families)
        {
            listed[family.Id].Should().Equal(family.Access.Select(r => $"{r.Kind} {r.Name}"));
        }
    }

    [Test]
    public void Every_requirement_of_every_family_holds_for_some_operation_of_the_core_contract()
    {
        IEnumerable<string> idle = Families.SelectMany(
            family => DeclaredOperations.OfCore.Family(family).Access.Where(r => !_rows[family].Any(row => r.Scope.Covers(row.Method, row.Host, row.PortalPath))),
            (family, requirement) => $"{family}: {requirement}");

        idle.Should().BeEmpty();
    }

    // One call for each host that a requirement holds on, and for each value that it expects of different operations.
    private IEnumerable<(IAccessRequirement Requirement, OperationRow Row)> Samples(string family) =>
        DeclaredOperations.OfCore.Family(family).Access.SelectMany(requirement => _rows[family]
            .Where(row => requirement.Scope.Covers(row.Method, row.Host, row.PortalPath))
            .Select(row => (Requirement: requirement.BoundTo(row.Method, row.PortalPath), Row: row))
            .DistinctBy(sample => $"{sample.Row.Host} {Expectation(sample.Requirement)}"));

    private static string Expectation(IAccessRequirement requirement) => requirement switch
    {
        HeaderRequirement header => string.Join(',', header.Rule.Words),
        BearerRequirement bearer => $"{bearer.Demand.Kind} {string.Join(',', bearer.Demand.Scopes ?? [])}",
        _ => "",
    };

    private static void Check(OperationRow row, IAccessRequirement requirement, string code, string reason, PortalAnswer answer, List<string> wrong)
    {
        Refusal declared = DeclaredOperations.OfCore.Family(row.Family).Refusals[requirement.RefusalFor(reason)!];
        if (answer.Decision != $"access/{code}")
        {
            wrong.Add($"{row}, {requirement} {reason}: the decision is {answer.Decision}, not access/{code}");
        }
        else if (RefusalShape.Difference(declared, answer) is { } difference)
        {
            wrong.Add($"{row}, {requirement} {reason}: {difference}");
        }
    }
}
