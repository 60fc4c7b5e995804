using System.Buffers;

namespace Harness.Drift.Inference;

/// <summary>Durations and the zones of dates, told from their bytes.</summary>
internal static class TimeTexts
{
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> DurationLetters = SearchValues.Create("0123456789YMWDTHS.,"u8);

    public static bool AreDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(Digits) < 0;

    /// <summary>ISO 8601: <c>P90D</c>, <c>PT1H30M</c>.</summary>
    public static bool IsDuration(ReadOnlySpan<byte> text) =>
        text.Length is >= 3 and <= 40 && text[0] == 'P' && text[1..].IndexOfAnyExcept(DurationLetters) < 0 && text.IndexOfAny(Digits) > 0 && !char.IsAsciiDigit((char)text[^1]);

    /// <summary>Whether a text that begins with a date says in which zone its time is; null when no time follows.</summary>
    public static Tally? Zone(ReadOnlySpan<byte> text)
    {
        if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text.Length < 16 || text[13] != ':')
        {
            return null;
        }

        ReadOnlySpan<byte> tail = text[16..];
        return text[^1] is (byte)'Z' or (byte)'z' ? Tally.DateTimeUtc
            : tail.IndexOfAny("+-"u8) >= 0 ? Tally.DateTimeOffset
            : Tally.DateTimeLocal;
    }
}
