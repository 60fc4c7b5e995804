using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary><c>report.ctrf.json</c>: the same test cases in the Common Test Report Format, which CI tools merge by run id.</summary>
public sealed class CtrfReport : IReportFormat
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id => "ctrf";

    public string FileName => "report.ctrf.json";

    public string Render(RunReport report)
    {
        ILookup<string, Finding> findings = report.Findings.ToLookup(f => $"{f.Family} {f.Method} {f.Path}", StringComparer.Ordinal);
        return new JsonObject
        {
            ["reportFormat"] = "CTRF",
            ["specVersion"] = "0.0.0",
            ["timestamp"] = report.FinishedAt.UtcDateTime.ToString("O"),
            ["generatedBy"] = "harness drift",
            ["results"] = new JsonObject
            {
                ["tool"] = new JsonObject { ["name"] = "harness", ["version"] = ToolVersion.Text },
                ["summary"] = Summary(report),
                ["tests"] = new JsonArray([.. report.Operations.Select(o => Test(o, findings[$"{o}"]))]),
                ["environment"] = new JsonObject { ["testEnvironment"] = report.Target, ["buildName"] = report.RunId },
                ["extra"] = new JsonObject { ["verdict"] = VerdictText.Word(report.Verdict).ToLowerInvariant(), ["runId"] = report.RunId },
            },
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Summary(RunReport report) => new()
    {
        ["tests"] = report.Operations.Count,
        ["passed"] = Count(report, "passed"),
        ["failed"] = Count(report, "failed"),
        ["pending"] = Count(report, "pending"),
        ["skipped"] = Count(report, "skipped"),
        ["other"] = Count(report, "other"),
        ["suites"] = report.Operations.Select(o => o.Family).Distinct(StringComparer.Ordinal).Count(),
        ["start"] = report.StartedAt.ToUnixTimeMilliseconds(),
        ["stop"] = report.FinishedAt.ToUnixTimeMilliseconds(),
    };

    private static JsonObject Test(ReportedOperation operation, IEnumerable<Finding> findings)
    {
        Finding[] all = [.. FindingText.InOrder(findings)];
        var test = new JsonObject
        {
            ["name"] = $"{operation.Method} {operation.Path}",
            ["status"] = Status(operation.Outcome),
            ["duration"] = operation.Milliseconds,
            ["suite"] = new JsonArray(operation.Family),
        };
        string message = all.Length > 0 ? FindingText.Message(all[0]) : operation.Reason;
        if (message.Length > 0)
        {
            test["message"] = message;
        }

        if (all.Length > 0)
        {
            test["tags"] = new JsonArray([.. all.Select(f => f.Rule).Distinct(StringComparer.Ordinal).Select(r => JsonValue.Create(r))]);
        }

        return test;
    }

    private static int Count(RunReport report, string status) => report.Operations.Count(o => Status(o.Outcome) == status);

    private static string Status(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Passed => "passed",
        OperationOutcome.Drifted => "failed",
        OperationOutcome.Faulted => "other",
        _ => "skipped",
    };
}
