using System.Text.Json.Nodes;
using Harness.Drift.Findings;
using Harness.Drift.Rules;

namespace Harness.Drift.Reports;

/// <summary>A rule as SARIF describes it: what it is called, what it means and what to do.</summary>
internal sealed record SarifRule(string Id, string Title, Severity Severity, string Help)
{
    /// <summary>Those that a run speaks of, by id.</summary>
    public static SarifRule[] Of(IEnumerable<Finding> findings) =>
    [
        .. findings.GroupBy(f => f.Rule, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Rule),
    ];

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = string.Concat(Title.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..])),
        ["shortDescription"] = new JsonObject { ["text"] = Title },
        ["fullDescription"] = new JsonObject { ["text"] = Help },
        ["help"] = new JsonObject { ["text"] = $"{Help} More: harness drift explain {Id}" },
        ["defaultConfiguration"] = new JsonObject
        {
            ["level"] = Severity switch { Severity.Error => "error", Severity.Warn => "warning", _ => "note" },
        },
        ["properties"] = new JsonObject { ["tags"] = new JsonArray("drift", Id.StartsWith("DRIFT0", StringComparison.Ordinal) ? "environment" : "contract") },
    };

    private static SarifRule Rule(IGrouping<string, Finding> findings) =>
        RuleRegistry.Find(findings.Key) is { } known
            ? new SarifRule(known.Id, known.Title, known.Severity, known.Explanation)
            : new SarifRule(findings.Key, findings.First().Title, findings.Max(f => f.Severity), $"{findings.First().Title.TrimEnd('.')}.");
}
