using System.Globalization;
using System.Text.Json.Nodes;
using Harness.Stubs.Mappings;

namespace Harness.Stubs.Recordings;

/// <summary>Where a recorded reply comes from: it rides along in the mapping's <c>Data</c>, so that playback can fit it to the world and a reader can judge it.</summary>
/// <param name="Operation"><c>METHOD path template</c>.</param>
/// <param name="Host">The sanitized host it was recorded on.</param>
/// <param name="Path">The sanitized path it was recorded on, as sent.</param>
/// <param name="RecordedAt">When the portal answered; dates in the body are shifted by what has passed since.</param>
/// <param name="Sanitizer">Version of the rules that cleaned it.</param>
public sealed record Provenance(string Family, string Operation, string Host, string Path, DateTimeOffset RecordedAt, string Sanitizer)
{
    private const string Member = "recording";

    /// <summary>Null when the mapping was not made by the recorder.</summary>
    public static Provenance? Of(StubMapping mapping)
    {
        if (mapping.Metadata is not JsonObject data || data[Member] is not JsonObject recording)
        {
            return null;
        }

        return Text(recording, "family") is { } family
            && Text(recording, "operation") is { } operation
            && DateTimeOffset.TryParse(Text(recording, "recordedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset recordedAt)
                ? new Provenance(family, operation, Text(recording, "host") ?? "", Text(recording, "path") ?? "", recordedAt, Text(recording, "sanitizer") ?? "")
                : null;
    }

    /// <summary>What a mapping's <c>Data</c> is to be.</summary>
    public JsonObject ToData() => new()
    {
        [Member] = new JsonObject
        {
            ["family"] = Family,
            ["operation"] = Operation,
            ["host"] = Host,
            ["path"] = Path,
            ["recordedAt"] = RecordedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["sanitizer"] = Sanitizer,
        },
    };

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
