using System.Text;
using System.Text.Json;
using Harness.Contracts;
using Harness.Stubs.Mappings;
using Harness.Stubs.Recordings;

namespace Harness.Drift.Learning;

/// <summary>Reads the JSON answers out of files of recordings; mappings that a person wrote are no evidence and are passed over.</summary>
public static class RecordedAnswers
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 512 };

    public static IReadOnlyList<RecordedAnswer> Read(IEnumerable<string> files, ICollection<ContractProblem> problems) =>
        [.. files.SelectMany(f => StubMappingReader.ReadFile(f, problems)).Select(Answer).OfType<RecordedAnswer>()];

    private static RecordedAnswer? Answer(StubMapping mapping) =>
        Provenance.Of(mapping) is { } from
        && MediaType(mapping.Response) is { } mediaType
        && Body(mapping.Response) is { } body
        && mapping.Response.Status is >= 200 and <= 299
            ? new RecordedAnswer(from, mapping.Response.Status, mediaType, body, mapping.Source)
            : null;

    private static string? MediaType(ResponseDefinition response)
    {
        string? declared = response.Headers.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value is [var first, ..] ? first : null;
        string mediaType = declared?.Split(';')[0].Trim().ToLowerInvariant() ?? "application/json";
        return mediaType.EndsWith("json", StringComparison.Ordinal) ? mediaType : null;
    }

    private static byte[]? Body(ResponseDefinition response)
    {
        byte[]? bytes = response.Body switch
        {
            { Json: { } json } => JsonSerializer.SerializeToUtf8Bytes(json),
            { Text: { } text } => Encoding.UTF8.GetBytes(text),
            { Bytes: { } raw } => raw.ToArray(),
            _ => null,
        };
        return bytes is not null && IsDocument(bytes) ? bytes : null;
    }

    private static bool IsDocument(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, Depth);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
