namespace Harness.Contracts.Operations;

/// <summary>Which operations a line of <c>family.yml</c> means: <c>/mtoapi/**</c>, <c>GET /api/health/ping</c>, <c>/users/*/roles</c>.</summary>
/// <remarks>
/// <c>*</c> stands for one segment or a part of one, <c>**</c> for any number of characters. Case-insensitive, because the portals are.
/// Matched against the full path (server prefix included), template or concrete.
/// </remarks>
public sealed class PathGlob
{
    private readonly string? _method;
    private readonly string _pattern;

    private PathGlob(string text, string? method, string pattern)
    {
        Text = text;
        _method = method;
        _pattern = pattern;
    }

    public string Text { get; }

    /// <exception cref="FormatException">The path does not begin with a slash.</exception>
    public static PathGlob Parse(string text)
    {
        string trimmed = text.Trim();
        int space = trimmed.IndexOf(" /", StringComparison.Ordinal);
        string? method = space > 0 ? trimmed[..space].Trim().ToUpperInvariant() : null;
        string pattern = space > 0 ? trimmed[(space + 1)..].Trim() : trimmed;
        return pattern.StartsWith('/')
            ? new PathGlob(trimmed, method, pattern)
            : throw new FormatException($"'{text}' is no path glob: it begins with a slash, after an optional method");
    }

    public bool Matches(string method, ReadOnlySpan<char> path) =>
        (_method is null || string.Equals(_method, method, StringComparison.OrdinalIgnoreCase)) && MatchesPattern(_pattern, path);

    public override string ToString() => Text;

    // Iterative wildcard matching with two places to come back to: the last *, and the last ** before it, because * stops at a slash.
    private static bool MatchesPattern(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, starText = 0, deep = -1, deepText = 0;
        while (t < text.Length)
        {
            if (p + 1 < pattern.Length && pattern[p] == '*' && pattern[p + 1] == '*')
            {
                p += 2;
                (deep, deepText, star) = (p, t, -1);
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starText) = (++p, t);
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0 && text[starText] != '/')
            {
                (p, t) = (star, ++starText);
            }
            else if (deep >= 0)
            {
                (p, t, star) = (deep, ++deepText, -1);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
