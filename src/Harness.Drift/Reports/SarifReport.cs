using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary><c>report.sarif</c>: findings at the contract line they speak about, for code scanning.</summary>
/// <remarks>
/// Every result has a physical location, for an upload without one fails as a whole. What kept operations from being judged is a
/// notification of the tool, not a result: an expired session is nobody's code smell.
/// </remarks>
public sealed class SarifReport : IReportFormat
{
    /// <summary>GitHub keeps no more results of one run.</summary>
    private const int Most = 5000;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id => "sarif";

    public string FileName => "report.sarif";

    public string Render(RunReport report)
    {
        Finding[] results = [.. FindingText.InOrder(report.Findings).Take(Most)];
        SarifRule[] rules = SarifRule.Of(results.Concat(report.Environment));
        Dictionary<string, int> places = rules.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "harness drift",
                    ["semanticVersion"] = ToolVersion.Text,
                    ["rules"] = new JsonArray([.. rules.Select(r => r.ToJson())]),
                },
            },
            ["invocations"] = new JsonArray(Invocation(report, results.Length, places)),
            ["automationDetails"] = new JsonObject { ["id"] = $"harness-drift/{report.Target}/{report.RunId}" },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. results.Select(f => Result(f, places[f.Rule]))]),
        };
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Result(Finding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = rule,
            ["level"] = Level(finding.Severity),
            ["message"] = new JsonObject { ["text"] = FindingText.Message(finding) },
            ["locations"] = new JsonArray(Location(finding)),
            ["partialFingerprints"] = new JsonObject { ["harnessDrift/v1"] = finding.Fingerprint },
            ["baselineState"] = finding.State == FindingState.New ? "new" : "unchanged",
            ["properties"] = new JsonObject
            {
                ["family"] = finding.Family,
                ["kind"] = finding.Kind,
                ["pointer"] = finding.Pointer,
                ["evidence"] = finding.Evidence.ToString(),
                ["gates"] = finding.Gates,
            },
        };
        if (finding.State is FindingState.Accepted or FindingState.Suppressed)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["status"] = "accepted" });
        }

        return result;
    }

    private static JsonObject Location(Finding finding) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = ContractUri.Of(finding) },
            ["region"] = new JsonObject { ["startLine"] = Math.Max(1, finding.Contract?.Line ?? 1) },
        },
        ["logicalLocations"] = new JsonArray(new JsonObject
        {
            ["fullyQualifiedName"] = FindingText.Place(finding),
            ["kind"] = "member",
        }),
    };

    private static JsonObject Invocation(RunReport report, int kept, Dictionary<string, int> places)
    {
        JsonNode?[] notifications =
        [
            .. report.Environment.Select(f => new JsonObject
            {
                ["descriptor"] = new JsonObject { ["id"] = f.Rule, ["index"] = places[f.Rule] },
                ["level"] = "note",
                ["message"] = new JsonObject { ["text"] = FindingText.Message(f) },
            }),
        ];
        if (kept < report.Findings.Count)
        {
            notifications =
            [
                .. notifications,
                new JsonObject { ["level"] = "warning", ["message"] = new JsonObject { ["text"] = $"{report.Findings.Count - kept} more findings are in report.json." } },
            ];
        }

        return new JsonObject
        {
            ["executionSuccessful"] = report.Verdict != Verdict.Inconclusive,
            ["exitCode"] = report.ExitCode,
            ["startTimeUtc"] = Utc(report.StartedAt),
            ["endTimeUtc"] = Utc(report.FinishedAt),
            ["toolExecutionNotifications"] = new JsonArray(notifications),
        };
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warn => "warning",
        _ => "note",
    };
}
