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
        (_method is null || string.Equals(_method, method, StringComparison.OrdinalIgnoreCase)) && MatchesWildcard(_pattern, path);

    public override string ToString() => Text;

    // Iterative wildcard matching: remembers the last star to come back to, so that it stays linear for one star and never recurses.
    private static bool MatchesWildcard(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, starPattern = -1, starText = 0;
        bool crossesSlash = false;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                crossesSlash = p + 1 < pattern.Length && pattern[p + 1] == '*';
                p += crossesSlash ? 2 : 1;
                starPattern = p;
                starText = t;
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (starPattern >= 0 && (crossesSlash || text[starText] != '/'))
            {
                p = starPattern;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
