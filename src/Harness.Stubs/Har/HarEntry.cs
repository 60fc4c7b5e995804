using System.Globalization;
using System.Text.Json;

namespace Harness.Stubs.Har;

/// <summary>One recorded call. The bytes are the truth, so that a member unknown here survives; the typed views are read from them when asked for.</summary>
public sealed record HarEntry(ReadOnlyMemory<byte> Utf8, int Line) : HarPart(Utf8, Line)
{
    private HarCall? _call;

    // A copy with other bytes must not keep the views of the old ones: those may be from before it was sanitized.
    private HarEntry(HarEntry original)
        : base(original)
    {
    }

    public HarRequest Request => Call.Request;

    public HarResponse Response => Call.Response;

    /// <summary>When the call was sent; null where the file does not say.</summary>
    public DateTimeOffset? StartedAt => Call.StartedAt;

    /// <summary>Playwright's and the browsers' word for what asked: <c>xhr</c>, <c>fetch</c>, <c>document</c>, <c>websocket</c>.</summary>
    public string? ResourceType => Call.ResourceType;

    /// <summary>Frames of a web socket, in order; empty for any other call.</summary>
    public IReadOnlyList<HarFrame> Frames => Call.Frames;

    private HarCall Call => _call ??= HarCall.Parse(Utf8);

    private sealed record HarCall(HarRequest Request, HarResponse Response, DateTimeOffset? StartedAt, string? ResourceType, IReadOnlyList<HarFrame> Frames)
    {
        public static HarCall Parse(ReadOnlyMemory<byte> utf8)
        {
            using JsonDocument document = JsonDocument.Parse(utf8, HarJson.Lenient);
            JsonElement root = document.RootElement;
            return new HarCall(
                HarRequest.Of(HarJson.Member(root, "request")),
                HarResponse.Of(HarJson.Member(root, "response")),
                DateTimeOffset.TryParse(HarJson.Text(root, "startedDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null,
                HarJson.Text(root, "_resourceType"),
                [.. HarJson.Items(root, "_webSocketMessages").Select(HarFrame.Of)]);
        }
    }
}
