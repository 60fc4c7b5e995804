using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Harness.Drift.Inference;

/// <summary>One count over several runs as a short text: <c>5*14,6</c> is fourteen runs with five and one with six.</summary>
internal static class CountColumn
{
    public static string Encode(ReadOnlySpan<long> counts)
    {
        var text = new StringBuilder();
        for (int start = 0; start < counts.Length;)
        {
            int end = start;
            while (end < counts.Length && counts[end] == counts[start])
            {
                end++;
            }

            text.Append(text.Length == 0 ? "" : ",").Append(counts[start]);
            if (end - start > 1)
            {
                text.Append('*').Append(end - start);
            }

            start = end;
        }

        return text.ToString();
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

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw new JsonException($"'{text}' is no count.");
}
