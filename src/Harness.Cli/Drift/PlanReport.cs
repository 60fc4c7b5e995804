using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Drift.Planning;

namespace Harness.Cli.Drift;

/// <summary>A plan for people or programs: what would be asked, what cannot be, and why.</summary>
internal sealed class PlanReport(Plan plan)
{
    public void Show(Screen screen)
    {
        if (screen.IsJson)
        {
            screen.Json(Document());
            return;
        }

        screen.Line($"{plan.Target.Name}: {plan.Probes.Count} GETs would be asked of {plan.Probes.Select(p => p.Host).Distinct().Count()} hosts, {plan.Skipped.Count} would not; {plan.NotReadable} operations are no GETs and cannot be checked");
        foreach ((string reason, int count) in Reasons())
        {
            screen.Line($"  {reason}: {count}");
        }

        screen.Line();
        screen.Table(["stage", "family", "GET", "filled with"], plan.Probes.Select(p => (string[])[Stage(p), p.Family.Id, p.Operation.Path, string.Join(", ", p.Values.Select(Describe))]));
        if (plan.Skipped.Count > 0)
        {
            screen.Line();
            screen.Line("Not asked");
            screen.Table(["why", "family", "GET", "because"], plan.Skipped.Select(s => (string[])[s.Reason, s.Operation.Family, s.Operation.Path, s.Because]));
        }
    }

    private JsonObject Document() => new()
    {
        ["target"] = plan.Target.Name,
        ["planned"] = plan.Planned,
        ["asked"] = plan.Probes.Count(p => p.IsReported),
        ["skipped"] = new JsonObject(Reasons().Select(r => KeyValuePair.Create(r.Reason, (JsonNode?)r.Count))),
        ["notReadable"] = plan.NotReadable,
        ["probes"] = new JsonArray([.. plan.Probes.Select(p => new JsonObject
        {
            ["family"] = p.Family.Id,
            ["method"] = p.Operation.Method,
            ["host"] = p.Host,
            ["path"] = p.Operation.Path,
            ["stage"] = Stage(p),
            ["depth"] = p.Depth,
            ["reported"] = p.IsReported,
            ["parameters"] = new JsonArray([.. p.Values.Select(Show)]),
        })]),
        ["notAsked"] = new JsonArray([.. plan.Skipped.Select(s => new JsonObject
        {
            ["family"] = s.Operation.Family,
            ["method"] = s.Operation.Method,
            ["path"] = s.Operation.Path,
            ["reason"] = s.Reason,
            ["because"] = s.Because,
        })]),
    };

    private static JsonObject Show(PlannedValue value) => new()
    {
        ["name"] = value.Name,
        ["in"] = value.In,
        ["origin"] = Word(value.Origin),
        ["from"] = value.Source?.Probe,
    };

    private static string Describe(PlannedValue value) => value.Source is { } source ? $"{value.Name} from {source.Probe}" : $"{value.Name} ({Word(value.Origin)})";

    private static string Word(ValueOrigin origin) => origin == ValueOrigin.ReviewedLink ? "reviewed-link" : origin.ToString().ToLowerInvariant();

    private static string Stage(PlannedProbe probe) => probe.Stage.ToString().ToLowerInvariant();

    private (string Reason, int Count)[] Reasons() =>
        [.. plan.Skipped.GroupBy(s => s.Reason, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))];
}
