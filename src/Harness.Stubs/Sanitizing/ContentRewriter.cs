using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing.Containers;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans a body and what a HAR says about it. JSON, which most are, stays bytes from beginning to end.</summary>
internal sealed class ContentRewriter(Scrubber scrubber, EntrySink sink, FieldRewriter fields)
{
    private readonly BodyScrubber _bodies = new(scrubber);
    private readonly ArrayBufferWriter<byte> _json = new();

    /// <param name="contentEncoding">How the body was packed on its way; some exporters write it as it came.</param>
    public void Rewrite(JsonElement body, string? contentEncoding)
    {
        string mediaType = (HarJson.Text(body, "mimeType") ?? "").Split(';')[0].Trim().ToLowerInvariant();
        bool isBase64 = (HarJson.Text(body, "encoding") ?? HarJson.Text(body, "_encoding")) == "base64";
        using CleanText text = Clean(HarJson.Member(body, "text"), mediaType, isBase64, contentEncoding);
        sink.StartObject();
        foreach (JsonProperty member in body.EnumerateObject())
        {
            Member(member, text);
        }

        sink.EndObject();
    }

    private void Member(JsonProperty member, CleanText body)
    {
        string name = JsonText.NameOf(member);
        JsonElement value = member.Value;
        switch (name)
        {
            case "text" when value.ValueKind == JsonValueKind.String:
                body.WriteTo(sink.Named("text"));
                break;
            case "size" when body.Growth != 0 && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int before) && before > 0:
                // A size that is larger than its text tells that the browser cut it: that must be as true of the clean text, and no truer.
                sink.Named("size").Number(Math.Max(0, before + body.Growth));
                break;
            case "params" when value.ValueKind == JsonValueKind.Array:
                sink.Name("params");
                fields.Rewrite(value, FieldPlace.Form);
                break;
            case "_sha1":
            case "comment" when scrubber.Has(RemarkRule.Name):
                break;
            case "mimeType" when JsonText.Of(value) is { } type:
                sink.Named("mimeType").Text(scrubber.UsualShapes(type + " ", Field.Plain)[..^1]);
                break;
            case "_file" when JsonText.Of(value) is { } file:
                sink.Named("_file").Text(SideFileText.Clean(file, scrubber));
                break;
            case "mimeType" or "encoding" or "_encoding" or "size" or "compression" or "_file":
                sink.Named(name).Keep(value);
                break;
            default:
                sink.Named(name).AnyJson(value);
                break;
        }
    }

    private CleanText Clean(JsonElement text, string mediaType, bool isBase64, string? contentEncoding)
    {
        if (text.ValueKind != JsonValueKind.String)
        {
            return CleanText.None;
        }

        if (!isBase64 && CleanJson(text) is { } json)
        {
            return json;
        }

        string given = JsonText.Of(text)!, packed = isBase64 && contentEncoding is not null ? Unpacked(given, contentEncoding) : given;
        return isBase64 && _bodies.Base64(packed, mediaType) is { } base64
            ? CleanText.Of(base64, (base64.Length - packed.Length) / 4 * 3)
            : _bodies.Text(packed, mediaType) is var clean && ReferenceEquals(clean, packed) ? CleanText.Of(clean, 0) : CleanText.Of(clean, isBase64 ? (clean.Length - packed.Length) / 4 * 3 : Encoding.UTF8.GetByteCount(clean) - Encoding.UTF8.GetByteCount(packed));
    }

    // Null if it is no JSON, or none that can be told by its first character.
    private CleanText? CleanJson(JsonElement text)
    {
        ReadOnlySpan<byte> token = JsonMarshal.GetRawUtf8Value(text);
        if (!_bodies.MayBeJson(token[1..^1]))
        {
            return null;
        }

        byte[] rented = ArrayPool<byte>.Shared.Rent(token.Length);
        int length = JsonEscapes.Undo(token[1..^1], rented);
        _json.ResetWrittenCount();
        if (length < 0 || !Utf8.IsValid(rented.AsSpan(0, length)) || _bodies.Json(rented.AsSpan(0, length), _json) is not { } isOther)
        {
            ArrayPool<byte>.Shared.Return(rented);
            return null;
        }

        return CleanText.Of(rented, length, isOther ? _json : null);
    }

    private static string Unpacked(string text, string contentEncoding) =>
        System.Buffers.Text.Base64.IsValid(text) && EncodedBody.Decode(Convert.FromBase64String(text), contentEncoding) is { Length: > 0 } plain ? Convert.ToBase64String(plain) : text;
}
