using System.Buffers.Text;

namespace Harness.Drift.Inference;

/// <summary>Tells what a text looks like from its bytes, without keeping it.</summary>
public static class TextFormats
{
    /// <summary>Null for a text that looks like nothing in particular.</summary>
    public static Tally? Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return Tally.EmptyText;
        }

        return (char)text[0] switch
        {
            >= '0' and <= '9' => OfDigit(text),
            '/' => text.StartsWith("/Date("u8) ? Tally.ScriptDate : text.StartsWith("/subscriptions/"u8) ? Tally.ResourceId : null,
            '-' => IsInteger(text) ? Tally.IntegerText : TimeTexts.IsDuration(text[1..]) ? Tally.Duration : null,
            't' or 'T' or 'f' or 'F' => IsBoolean(text) ? Tally.BooleanText : OfLetter(text),
            'P' => TimeTexts.IsDuration(text) ? Tally.Duration : OfLetter(text),
            _ => OfLetter(text),
        };
    }

    private static Tally? OfDigit(ReadOnlySpan<byte> text)
    {
        if (IsUuid(text))
        {
            return Tally.Uuid;
        }

        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && TimeTexts.AreDigits(text[..4]) && TimeTexts.AreDigits(text[5..7]))
        {
            return text.Length == 10 ? Tally.Date : TimeTexts.Zone(text);
        }

        return IsInteger(text) ? Tally.IntegerText : OfLetter(text);
    }

    private static Tally? OfLetter(ReadOnlySpan<byte> text)
    {
        if (IsUuid(text))
        {
            return Tally.Uuid;
        }

        int colon = text.IndexOf("://"u8);
        if (colon is > 0 and < 12 && !text[..colon].Contains((byte)' '))
        {
            return Tally.Uri;
        }

        if (text.Length > 20 && text.StartsWith("eyJ"u8) && text.Contains((byte)'.'))
        {
            return Tally.Jwt;
        }

        int at = text.IndexOf((byte)'@');
        return at > 0 && text[at..].Contains((byte)'.') && !text.Contains((byte)' ') && !text[(at + 1)..].Contains((byte)'@') ? Tally.Email : null;
    }

    private static bool IsUuid(ReadOnlySpan<byte> text) =>
        text.Length == 36 && text[8] == '-' && text[13] == '-' && Utf8Parser.TryParse(text, out Guid _, out int used, 'D') && used == 36;

    private static bool IsInteger(ReadOnlySpan<byte> text) => text.Length <= 19 && TimeTexts.AreDigits(text[0] == '-' ? text[1..] : text);

    private static bool IsBoolean(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("true"u8) || text.SequenceEqual("false"u8) || text.SequenceEqual("True"u8) || text.SequenceEqual("False"u8);
}
