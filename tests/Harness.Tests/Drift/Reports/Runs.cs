using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Probing;
using Harness.Drift.Reports;
using Verdict = Harness.Drift.Reports.Verdict;

namespace Harness.Tests.Drift.Reports;

/// <summary>Runs by hand, for the tests of the report formats.</summary>
internal static class Runs
{
    public const string Hostile = "</title><script>alert('x')</script>|`@team`\n::error::%25";

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    public static Finding Finding(string rule = "DRIFT301", string path = "/apiproxy/mtp/incidents", string pointer = "/value/*/severity", Severity severity = Severity.Error, bool gates = true) => new()
    {
        Rule = rule,
        Title = "Property missing",
        Kind = "property-missing",
        Family = "defender",
        Method = "GET",
        Path = path,
        Pointer = pointer,
        Severity = severity,
        Gates = gates,
        Evidence = EvidenceLevel.E3,
        Before = "string in 14 of 14 documents",
        After = "absent in 3",
        Because = "14 runs had it, and the last 3 had not.",
        Fingerprint = $"{rule}-{path}-{pointer}",
        Contract = new ContractAnchor("contracts/defender/openapi.yml", 12),
    };

    public static RunReport Report(params IReadOnlyList<Finding> findings) => new()
    {
        RunId = "20261120T020000000Z",
        Target = "contoso-lab",
        TargetFile = "targets/contoso-lab.yml",
        StartedAt = Start,
        FinishedAt = Start.AddMinutes(4),
        Verdict = findings.Any(f => f.Gates) ? Verdict.Drift : Verdict.Clean,
        ExitCode = findings.Any(f => f.Gates) ? 1 : 0,
        Because = "Because.",
        Coverage = new RunCoverage
        {
            Planned = 4,
            Probed = 3,
            Observed2xx = 2,
            Conclusive = 2,
            Sendable = 3,
            Floor = 0.5,
            Skipped = new Dictionary<string, int> { ["not-listed"] = 1 },
        },
        Requests = new RequestTally { Sent = 9, ByMethod = new Dictionary<string, int> { ["GET"] = 9 } },
        Findings = findings,
        Environment = [Finding("DRIFT003", "/apiproxy/mtp/tvm", "", Severity.Info, gates: false) with { Title = "Unlicensed" }],
        Health = [new FamilyHealth("defender", SessionHealth.Healthy)],
        Operations =
        [
            Operation("/apiproxy/mtp/incidents", findings.Count > 0 ? OperationOutcome.Drifted : OperationOutcome.Passed),
            Operation("/apiproxy/mtp/users", OperationOutcome.Passed),
            Operation("/apiproxy/mtp/tvm", OperationOutcome.Environment, "DRIFT003"),
            Operation("/apiproxy/mtp/getToken", OperationOutcome.NotProbed, "not-listed"),
            Operation("/apiproxy/mtp/broken", OperationOutcome.Faulted, "tool fault"),
        ],
        Trend = [.. Enumerable.Range(0, 14).Select(Night)],
        Patches = [new ContractPatch("defender", "GET", "/apiproxy/mtp/users", "/value/*/upn", "add-property", "", "string", 14, new ContractAnchor("contracts/defender/openapi.yml", 40))],
        Resolved = [new ResolvedFinding("f0", "DRIFT305", "defender", "GET", "/apiproxy/mtp/users", "/total")],
    };

    private static Night Night(int number) => new()
    {
        RunId = $"{number}",
        At = Start.AddDays(number - 13),
        Verdict = (Verdict)(number % 3),
        Findings = number % 5,
        Gating = number % 3 == 1 ? 1 : 0,
        Conclusive = 80 + number,
        Sendable = 100,
    };

    private static ReportedOperation Operation(string path, OperationOutcome outcome, string reason = "") => new()
    {
        Family = "defender",
        Method = "GET",
        Path = path,
        Outcome = outcome,
        Reason = reason,
        Milliseconds = 120,
    };
}
