using System.Buffers;
using System.Text;
using System.Text.Json;
using Harness.Stubs.Sanitizing.Containers;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing;

/// <summary>Cleans a body by its media type, and by what it turns out to be where the type says otherwise.</summary>
internal sealed class BodyScrubber(Scrubber scrubber)
{
    private static readonly byte[] LeftOut = "left out by the sanitizer"u8.ToArray();

    private static readonly Dictionary<string, byte[]> OnePixel = new(StringComparer.Ordinal)
    {
        ["image/png"] = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        ["image/gif"] = Convert.FromBase64String("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="),
    };

    public string Text(string text, string mediaType)
    {
        if (text.Length == 0)
        {
            return text;
        }

        if (mediaType.Contains("x-www-form-urlencoded", StringComparison.Ordinal) && text[0] is not ('{' or '['))
        {
            return FormText.Rewrite(text, FieldPlace.Form, scrubber);
        }

        if (mediaType.Contains("javascript", StringComparison.Ordinal) || mediaType.Contains("ecmascript", StringComparison.Ordinal) || mediaType == "text/css")
        {
            return text[0] is '{' or '[' ? scrubber.Text(text, Field.Plain) : ScriptText.Rewrite(text, scrubber);
        }

        return scrubber.Text(text, Field.Plain);
    }

    /// <summary>Whether a body may go through <see cref="Json"/>.</summary>
    public bool MayBeJson(ReadOnlySpan<byte> utf8) => utf8.Length > 0 && utf8[0] is (byte)'{' or (byte)'[' && scrubber.Has(JsonTextRule.Name);

    /// <summary>Cleans a body that is JSON; null if it is none, otherwise whether anything had to change, and only then is anything written.</summary>
    public bool? Json(ReadOnlySpan<byte> utf8, IBufferWriter<byte> clean)
    {
        try
        {
            bool isOther = JsonRewriter.Rewrite(utf8, clean, scrubber, isToken: false, label: "");
            if (isOther)
            {
                scrubber.Report.Count(JsonTextRule.Name);
            }

            return isOther;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Bytes of a body: text is cleaned, anything else is left out, for nobody can say what is in it.</summary>
    public byte[] Bytes(byte[] bytes, string mediaType)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        if (!IsPicture(mediaType) && Decode(bytes) is { } text)
        {
            return Encoding.UTF8.GetBytes(Text(text, mediaType));
        }

        if (!IsPicture(mediaType) && PackedBytes.Rewrite(bytes, Field.Plain, scrubber) is { } clean)
        {
            return clean;
        }

        return scrubber.Has(BinaryBodyRule.Name) ? Substitute(bytes, mediaType) : bytes;
    }

    /// <summary>The same for a body that a HAR holds as base64; null if it is none.</summary>
    public string? Base64(string text, string mediaType) =>
        System.Buffers.Text.Base64.IsValid(text) ? Convert.ToBase64String(Bytes(Convert.FromBase64String(text), mediaType)) : null;

    private static bool IsPicture(string mediaType) =>
        (mediaType.StartsWith("image/", StringComparison.Ordinal) && !mediaType.Contains("svg", StringComparison.Ordinal))
        || mediaType.StartsWith("font/", StringComparison.Ordinal) || mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal);

    private static string? Decode(byte[] bytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private byte[] Substitute(byte[] bytes, string mediaType)
    {
        byte[] substitute = OnePixel.GetValueOrDefault(mediaType, LeftOut);
        if (!bytes.AsSpan().SequenceEqual(substitute))
        {
            scrubber.Report.Count(BinaryBodyRule.Name);
        }

        return substitute;
    }
}
