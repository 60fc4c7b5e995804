using System.Text.Json.Nodes;

namespace Harness.Mock.ServiceHealth;

/// <summary>Services, their status and messages as the API writes them.</summary>
internal static class HealthJson
{
    public static JsonObject Service(HealthWorkload workload) => new()
    {
        ["Id"] = workload.Id,
        ["DisplayName"] = workload.DisplayName,
        ["FeatureNames"] = new JsonArray([.. workload.Features.Select(f => (JsonNode)f.DisplayName)]),
    };

    /// <param name="open">Incidents of that service at that moment.</param>
    public static JsonObject Status(HealthWorkload workload, DateTimeOffset at, IReadOnlyList<HealthIncident> open) => new()
    {
        ["Id"] = workload.Id,
        ["Workload"] = workload.Id,
        ["StatusDate"] = Text(at),
        ["WorkloadDisplayName"] = workload.DisplayName,
        ["Status"] = open.Count > 0 ? open[0].StatusAt(at) : HealthIncident.Operational,
        ["IncidentIds"] = new JsonArray([.. open.Select(i => (JsonNode)i.Id)]),
        ["FeatureGroupStatusCollection"] = new JsonArray([.. workload.Features.Select(f => new JsonObject
        {
            ["Feature"] = f.Id,
            ["FeatureGroupDisplayName"] = f.DisplayName,
            ["FeatureStatus"] = open.FirstOrDefault(i => i.Feature == f)?.StatusAt(at) ?? HealthIncident.Operational,
        })]),
    };

    public static JsonObject Message(HealthIncident incident, DateTimeOffset now)
    {
        (DateTimeOffset At, string Status, string Text)[] said = [.. incident.Said(now)];
        return new JsonObject
        {
            ["Id"] = incident.Id,
            ["Name"] = incident.Id,
            ["Title"] = $"{incident.Feature.DisplayName}: some users are affected",
            ["StartTime"] = Text(incident.Start),
            ["EndTime"] = incident.End <= now ? Text(incident.End) : null,
            ["Status"] = said[^1].Status,
            ["Messages"] = new JsonArray([.. said.Select(s => new JsonObject { ["PublishedTime"] = Text(s.At), ["MessageText"] = s.Text })]),
            ["LastUpdatedTime"] = Text(said[^1].At),
            ["Workload"] = incident.Workload.Id,
            ["WorkloadDisplayName"] = incident.Workload.DisplayName,
            ["Feature"] = incident.Feature.Id,
            ["FeatureDisplayName"] = incident.Feature.DisplayName,
        };
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("s") + "Z";
}
