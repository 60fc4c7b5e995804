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
        if (pathAndQuery.Length > LongestAddress || !pathAndQuery.StartsWith('/') || pathAndQuery.Any(c => c is '\\' or '#' || char.IsControl(c) || c > 126))
        {
            return "the address is not one that could have been meant";
        }

        int question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        string query = question < 0 ? "" : pathAndQuery[(question + 1)..];
        return MistakeInPath(Uri.UnescapeDataString(path)) ?? MistakeInQuery(query);
    }

    private static string? MistakeInPath(string path)
    {
        if (path.Split('/').Any(s => s is "." or "..") || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl))
        {
            return "the path climbs or breaks off";
        }

        if (path.Split('/').Any(s => s.Equals("$batch", StringComparison.OrdinalIgnoreCase)))
        {
            return "a batch can hold any other request";
        }

        return path.TrimEnd('/').EndsWith("/graphql", StringComparison.OrdinalIgnoreCase) ? "a query language can ask for changes" : null;
    }

    private static string? MistakeInQuery(string query)
    {
        foreach (string pair in query.Split('&'))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]).Trim();
            string value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]);
            if (OverrideNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return $"the query's '{name}' could turn it into another method";
            }

            if (name.Equals("query", StringComparison.OrdinalIgnoreCase) && value.TrimStart().StartsWith("mutation", StringComparison.OrdinalIgnoreCase))
            {
                return "the query asks for a change";
            }
        }

        return null;
    }
}
