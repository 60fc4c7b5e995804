using System.Text.RegularExpressions;

namespace Harness.Stubs.Leaks;

/// <summary>One kind of leak: a pattern over the raw text, and what lets a match off.</summary>
internal sealed class LeakPattern
{
    private readonly Regex _regex;
    private readonly Func<string, bool> _isHarmless;

    /// <param name="isHarmless">Asked about the value that was found.</param>
    public LeakPattern(string kind, string pattern, LeakScope scope, string needle, Func<string, bool>? isHarmless = null)
    {
        Kind = kind;
        Scope = scope;
        Needle = needle;
        _isHarmless = isHarmless ?? (_ => false);
        _regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));
    }

    public string Kind { get; }

    public LeakScope Scope { get; }

    /// <summary>A text without it holds no match; empty if there is no such text.</summary>
    private string Needle { get; }

    /// <summary>Where the matches begin. The value is the first group, or the match where there is none.</summary>
    public IEnumerable<int> Find(string text)
    {
        if (Needle.Length > 0 && !text.Contains(Needle, StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        for (Match match = _regex.Match(text); match.Success; match = match.NextMatch())
        {
            Group value = match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1] : match;
            if (!_isHarmless(value.Value))
            {
                yield return value.Index;
            }
        }
    }
}
