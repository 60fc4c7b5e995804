using System.Globalization;
using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>One count over several runs as a short text: <c>5*14,6</c> is fourteen runs with five and one with six.</summary>
internal static class CountColumn
{
    private const int LongestPart = 32;

    /// <summary>Room that any column of so many runs finds enough.</summary>
    public static int Longest(int runs) => runs * LongestPart;

    public static string Encode(ReadOnlySpan<long> counts) => new(Encode(counts, new char[Longest(counts.Length)]));

    /// <param name="text">Room for <see cref="Longest"/>.</param>
    public static ReadOnlySpan<char> Encode(ReadOnlySpan<long> counts, Span<char> text)
    {
        int length = 0;
        for (int start = 0; start < counts.Length;)
        {
            int end = start;
            while (end < counts.Length && counts[end] == counts[start])
            {
                end++;
            }

            if (length > 0)
            {
                text[length++] = ',';
            }

            length += Put(counts[start], text[length..]);
            if (end - start > 1)
            {
                text[length++] = '*';
                length += Put(end - start, text[length..]);
            }

            start = end;
        }

        return text[..length];
    }

    public static long[] Decode(string text, int length)
    {
        var counts = new List<long>(length);
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('*');
            int times = pair.Length == 1 ? 1 : (int)Number(pair[1]);
            if (pair.Length > 2 || times > length - counts.Count)
            {
                throw new JsonException($"'{text}' is no column of {length} counts.");
            }

            counts.AddRange(Enumerable.Repeat(Number(pair[0]), times));
        }

        return counts.Count == length ? [.. counts] : throw new JsonException($"'{text}' is no column of {length} counts.");
    }

    private static int Put(long number, Span<char> text) =>
        number.TryFormat(text, out int written, default, CultureInfo.InvariantCulture) ? written : throw new ArgumentException("There is no room for the column.", nameof(text));

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new JsonException($"'{text}' is no count.");
}
