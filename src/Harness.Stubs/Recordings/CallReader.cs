using System.Text.Json;
using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Stubs.Har;

namespace Harness.Stubs.Recordings;

/// <summary>Tells which calls of a HAR are worth keeping as recordings, and which operation each belongs to.</summary>
public sealed class CallReader
{
    // Browsers count it, and leave it out of the text.
    private const int ByteOrderMark = 3;

    private readonly OperationTable _table;
    private readonly Dictionary<string, Family> _families;

    public CallReader(CompiledContracts contracts)
    {
        _families = contracts.Families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var problems = new List<ContractProblem>();
        _table = OperationTable.Compile(contracts.Operations, new FamilyHosts(contracts.Families).Declared, problems);
    }

    /// <summary>Whether some family answers there: everything else is nobody's business.</summary>
    public bool IsPortal(string host) => _table.HasHost(host);

    /// <param name="entry">Sanitized.</param>
    /// <param name="reason">Why there is none, when the result is null.</param>
    public RecordedCall? Read(HarEntry entry, HarPackage package, out LeftOut reason)
    {
        reason = LeftOut.OtherHost;
        if (!Uri.TryCreate(entry.Request.Url, UriKind.Absolute, out Uri? url) || !_table.HasHost(url.Host))
        {
            return null;
        }

        // What was sent, not what Uri makes of it: some paths have empty segments and quotes.
        string path = PathOf(entry.Request.Url);
        RouteMatch match = _table.Match(url.Host, entry.Request.Method, path);
        if (Judge(entry, match, path) is { } judgment)
        {
            reason = judgment;
            return null;
        }

        if (entry.Response.Content is not { } content || !IsData(content.MediaType) || content.Bytes(package) is not { Length: > 0 } body)
        {
            reason = LeftOut.NoData;
            return null;
        }

        if (!IsWhole(content, body))
        {
            reason = LeftOut.Cut;
            return null;
        }

        return new RecordedCall(match.Operation!, url.Host, path, Query(entry), entry.Response.Status, content.MimeType, body, entry.StartedAt ?? DateTimeOffset.UnixEpoch);
    }

    private LeftOut? Judge(HarEntry entry, RouteMatch match, string path) =>
        !match.IsFound ? LeftOut.NoOperation
        : IsSink(match.Operation, path) ? LeftOut.Telemetry
        : match.Operation.Method is not ("GET" or "HEAD") ? LeftOut.Write
        : entry.Response.Status is < 200 or > 299 ? LeftOut.NoSuccess
        : null;

    private bool IsSink(Operation operation, string path) => _families[operation.Family].Sinks.Any(s => s.Matches(operation.Method, path));

    private static string PathOf(string url)
    {
        int start = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        int end = start < 0 ? -1 : url.AsSpan(start).IndexOfAny('?', '#');
        return start < 0 ? "/" : end < 0 ? url[start..] : url[start..(start + end)];
    }

    // The URL is what the server saw; exporters fill queryString from it, and not all do.
    private static IReadOnlyList<HarField> Query(HarEntry entry)
    {
        int mark = entry.Request.Url.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? [] :
        [
            .. entry.Request.Url[(mark + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2))
                .Select(pair => new HarField(Decode(pair[0]), pair.Length > 1 ? Decode(pair[1]) : "")),
        ];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static bool IsData(string mediaType) =>
        mediaType.EndsWith("json", StringComparison.Ordinal) || mediaType is "text/plain" or "text/csv" or "application/xml" or "text/xml";

    private static bool IsWhole(HarContent content, byte[] body)
    {
        if (!content.MediaType.EndsWith("json", StringComparison.Ordinal))
        {
            return !IsLarger(content, body);
        }

        try
        {
            // What ends with its own bracket is whole, whatever size an exporter wrote beside it.
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array || !IsLarger(content, body);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // A side file holds what came; its size was declared before it was cleaned.
    private static bool IsLarger(HarContent content, byte[] body) => content.File is null && content.Size > body.Length + ByteOrderMark;
}
