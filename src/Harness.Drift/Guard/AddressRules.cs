using System.Buffers;

namespace Harness.Drift.Guard;

/// <summary>What may stand in an address that is built from other people's answers.</summary>
internal static class AddressRules
{
    private const int LongestValue = 512;
    private const int LongestAddress = 8000;

    /// <summary>Names by which servers let a GET be treated as something else.</summary>
    public static readonly string[] OverrideNames =
    [
        "x-http-method-override", "x-http-method", "x-method-override", "x-method", "_method", "$httpmethod", "httpmethod", "method-override", "x-original-method",
    ];

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\%#?\0\r\n");

    /// <summary>Null when a value may fill a parameter; otherwise what is wrong with it.</summary>
    public static string? Mistake(string value)
    {
        if (value.Length is 0 or > LongestValue)
        {
            return "it is empty or too long";
        }

        if (value.AsSpan().ContainsAny(Forbidden) || value.Any(char.IsControl))
        {
            return "it holds characters that could lead elsewhere";
        }

        return value is "." or ".." || value.Contains("..", StringComparison.Ordinal) ? "it climbs out of its folder" : null;
    }

    /// <summary>Null when a path with its query may be asked for; otherwise what is wrong with it.</summary>
    /// <param name="pathAndQuery">As it goes over the wire.</param>
    public static string? MistakeIn(string pathAndQuery)
    {
        ReadOnlySpan<char> address = pathAndQuery;
        if (address.Length > LongestAddress || !address.StartsWith('/') || address.ContainsAnyExceptInRange('!', '~') || address.ContainsAny('\\', '#'))
        {
            return "the address is not one that could have been meant";
        }

        int question = address.IndexOf('?');
        ReadOnlySpan<char> path = question < 0 ? address : address[..question];
        return MistakeInPath(path.Contains('%') ? Uri.UnescapeDataString(path) : path)
            ?? (question < 0 ? null : MistakeInQuery(address[(question + 1)..]));
    }

    private static string? MistakeInPath(ReadOnlySpan<char> path)
    {
        if (path.Contains('\\') || path.ContainsAnyInRange('\0', '\u001f') || path.ContainsAnyInRange('\u007f', '\u009f'))
        {
            return "the path climbs or breaks off";
        }

        if (path.Contains("$batch", StringComparison.OrdinalIgnoreCase))
        {
            return "a batch can hold any other request";
        }

        if (IsEncodedTwice(path))
        {
            return "the path is encoded twice, and who decodes it twice reads another one";
        }

        foreach (Range part in path.Split('/'))
        {
            ReadOnlySpan<char> segment = path[part];
            if (segment is "." or "..")
            {
                return "the path climbs or breaks off";
            }

            // OData writes parameters behind a name, and matrix parameters hide behind a semicolon.
            ReadOnlySpan<char> name = segment[..Math.Max(0, segment.IndexOfAny('(', ';') is var end and >= 0 ? end : segment.Length)].Trim();
            if (name.Equals("graphql", StringComparison.OrdinalIgnoreCase))
            {
                return "a query language can ask for changes";
            }
        }

        return null;
    }

    private static bool IsEncodedTwice(ReadOnlySpan<char> decoded)
    {
        for (int at = decoded.IndexOf('%'); at >= 0 && at + 2 < decoded.Length; at++)
        {
            if (decoded[at] == '%' && char.IsAsciiHexDigit(decoded[at + 1]) && char.IsAsciiHexDigit(decoded[at + 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? MistakeInQuery(ReadOnlySpan<char> query)
    {
        foreach (Range part in query.SplitAny('&', ';'))
        {
            ReadOnlySpan<char> pair = query[part];
            int equals = pair.IndexOf('=');
            string name = Decoded(equals < 0 ? pair : pair[..equals]);
            if (OverrideNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"the query's '{name}' could turn it into another method";
            }

            if (name.Equals("query", StringComparison.OrdinalIgnoreCase) && equals >= 0
                && Decoded(pair[(equals + 1)..]).TrimStart('{', ' ').StartsWith("mutation", StringComparison.OrdinalIgnoreCase))
            {
                return "the query asks for a change";
            }
        }

        return null;
    }

    // Until it does not change any more: some servers decode what others have decoded before.
    private static string Decoded(ReadOnlySpan<char> text)
    {
        string decoded = text.ToString().Replace('+', ' ');
        for (int i = 0; i < 3 && decoded.Contains('%', StringComparison.Ordinal); i++)
        {
            decoded = Uri.UnescapeDataString(decoded);
        }

        return decoded.Trim();
    }
}
