using System.Buffers;
using System.Text.RegularExpressions;

namespace Harness.Stubs.Leaks;

/// <summary>One kind of leak: a pattern over the raw text, and what lets a match off.</summary>
internal sealed class LeakPattern
{
    private readonly Regex _regex;
    private readonly Func<string, bool> _isHarmless;

    // A text that has none of them holds no match; null if there are no such texts.
    private readonly SearchValues<string>? _needles;

    /// <param name="needle">Texts, with bars between, one of which stands in every match; empty if there are none.</param>
    /// <param name="isHarmless">Asked about the value that was found.</param>
    public LeakPattern(string kind, string pattern, LeakScope scope, string needle, Func<string, bool>? isHarmless = null)
    {
        Kind = kind;
        Scope = scope;
        _needles = needle.Length == 0 ? null : SearchValues.Create(needle.Split('|'), StringComparison.OrdinalIgnoreCase);
        _isHarmless = isHarmless ?? (_ => false);
        _regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(20));
    }

    public string Kind { get; }

    public LeakScope Scope { get; }

    /// <summary>Where the matches begin. The value is the first group, or the match where there is none.</summary>
    public IEnumerable<int> Find(string text)
    {
        if (_needles is not null && !text.AsSpan().ContainsAny(_needles))
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
