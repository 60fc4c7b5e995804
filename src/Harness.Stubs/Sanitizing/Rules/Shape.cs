using System.Text.RegularExpressions;

namespace Harness.Stubs.Sanitizing.Rules;

/// <summary>A pattern over text that came from anywhere: compiled, and with a limit of time.</summary>
internal sealed class Shape(string pattern, bool ignoreCase = false)
{
    private readonly Regex _regex = new(
        pattern,
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromSeconds(10));

    public bool IsMatch(string text) => _regex.IsMatch(text);

    public Match Match(string text) => _regex.Match(text);

    public MatchCollection Matches(string text) => _regex.Matches(text);

    public string Replace(string text, MatchEvaluator standIn) => _regex.Replace(text, standIn);
}
