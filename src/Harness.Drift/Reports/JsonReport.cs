using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary><c>report.json</c>: the whole run for programs, and what <c>merge</c> and <c>explain</c> read back.</summary>
public sealed class JsonReport : IReportFormat
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<EvidenceLevel>(),
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
        },
    };

    public string Id => "json";

    public string FileName => "report.json";

    /// <summary>Null when the text is not a report.</summary>
    public static RunReport? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<RunReport>(text, Options) is { Schema: RunReport.SchemaId } report ? report : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Render(RunReport report) => JsonSerializer.Serialize(report, Options) + "\n";
}
