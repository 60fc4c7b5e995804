namespace Harness.Stubs.Sanitizing;

/// <summary>Tells texts that no rule has anything to say about, before all of them are asked.</summary>
internal static class PlainShape
{
    /// <summary>2026-06-11T08:14:55.1234567+00:00, and shorter.</summary>
    public static bool IsDate(string text) =>
        text.Length is >= 19 and <= 35 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && !text.AsSpan().ContainsAnyExcept(CharSets.DateParts);
}
