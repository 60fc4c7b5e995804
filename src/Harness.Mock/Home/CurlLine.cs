using System.Text;

namespace Harness.Mock.Home;

/// <summary>Writes a call as a command line that a person can paste.</summary>
internal static class CurlLine
{
    public static string Write(
        string method, string url, IEnumerable<KeyValuePair<string, string>> headers, IReadOnlyCollection<KeyValuePair<string, string>> cookies, string? body)
    {
        var line = new StringBuilder("curl -s ");
        if (!method.Equals("GET", StringComparison.OrdinalIgnoreCase))
        {
            line.Append("-X ").Append(method).Append(' ');
        }

        line.Append(Quote(url));
        foreach (KeyValuePair<string, string> header in headers)
        {
            line.Append(" -H ").Append(Quote($"{header.Key}: {header.Value}"));
        }

        if (cookies.Count > 0)
        {
            line.Append(" -b ").Append(Quote(string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))));
        }

        if (body is not null)
        {
            line.Append(" -H 'Content-Type: application/json' -d ").Append(Quote(body));
        }

        return line.ToString();
    }

    private static string Quote(string value) => $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
