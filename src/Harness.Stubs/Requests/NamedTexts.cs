namespace Harness.Stubs.Requests;

/// <summary>Takes query strings and Cookie headers apart, keeping repeated names.</summary>
internal static class NamedTexts
{
    public static IEnumerable<KeyValuePair<string, string>> OfQuery(string queryString)
    {
        foreach (string pair in queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }
    }

    public static IEnumerable<KeyValuePair<string, string>> OfCookies(IEnumerable<string> headers)
    {
        foreach (string pair in headers.SelectMany(h => h.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                string value = pair[(equals + 1)..].Trim();
                yield return new(pair[..equals].Trim(), value is ['"', .., '"'] ? value[1..^1] : value);
            }
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
