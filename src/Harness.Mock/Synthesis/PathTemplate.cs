using System.Text;

namespace Harness.Mock.Synthesis;

/// <summary>A path template taken apart: where its parameters stand and which collection each belongs to.</summary>
public sealed class PathTemplate
{
    private PathTemplate(string text, IReadOnlyList<PathSite> sites)
    {
        Text = text;
        Sites = sites;
        Normalized = Normalize(text);
    }

    public string Text { get; }

    /// <summary>In the order of the path.</summary>
    public IReadOnlyList<PathSite> Sites { get; }

    /// <summary>Comparable: lower case, parameters without names, no slash at the end.</summary>
    public string Normalized { get; }

    public static PathTemplate Parse(string text)
    {
        List<PathSite> sites = [];
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            int segment = text.LastIndexOf('/', open);
            int end = text.IndexOf('/', close) is var slash and >= 0 ? slash : text.Length;
            bool alone = text.IndexOf('{', segment + 1) == open && text.IndexOf('{', close, end - close) < 0;
            string before = Before(text, segment, open);
            bool last = text.AsSpan(close + 1).Trim("')/ ").Length == 0;
            sites.Add(new PathSite(text[(open + 1)..close], alone ? Normalize(before) : null, LastWord(before), last));
        }

        return new PathTemplate(text, sites);
    }

    /// <summary>The last literal word: <c>GetUsers</c> in <c>/api/Center.GetUsers(x={x})</c>.</summary>
    public static string LastWord(string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = segments.Length - 1; i >= 0; i--)
        {
            string segment = segments[i];
            int end = segment.IndexOfAny(['(', '{']);
            segment = end >= 0 ? segment[..end] : segment;
            int dot = segment.LastIndexOf('.');
            segment = dot >= 0 && dot + 1 < segment.Length ? segment[(dot + 1)..] : segment;
            if (segment.Any(char.IsAsciiLetter))
            {
                return segment;
            }
        }

        return "";
    }

    // /sites('{siteId}') belongs to /sites; /x/prefix-{id} to nothing that could be a list.
    private static string Before(string text, int segment, int open)
    {
        ReadOnlySpan<char> literal = text.AsSpan(segment + 1, open - segment - 1);
        int parenthesis = literal.IndexOf('(');
        return parenthesis > 0 ? text[..(segment + 1 + parenthesis)] : literal.Length == 0 ? text[..Math.Max(0, segment)] : text[..open];
    }

    private static string Normalize(string path)
    {
        StringBuilder text = new(path.Length);
        bool inName = false;
        foreach (char c in path)
        {
            inName = c == '{' || (inName && c != '}');
            if (!inName || c == '{')
            {
                text.Append(char.ToLowerInvariant(c));
            }
        }

        return text.ToString().TrimEnd('/');
    }
}
