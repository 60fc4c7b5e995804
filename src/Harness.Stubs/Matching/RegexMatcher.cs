using System.Text.RegularExpressions;
using Harness.Stubs.Requests;

namespace Harness.Stubs.Matching;

/// <summary>A regular expression, found anywhere in the text (WireMock.Net) or fitting all of it (WireMock).</summary>
public sealed record RegexMatcher : PatternMatcher
{
    /// <summary>A pattern that takes longer on a value does not match it.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    private Regex?[]? _compiled;

    /// <summary>Whether the pattern must fit the whole text.</summary>
    public bool Whole { get; init; }

    /// <summary>Null when the pattern is sound; else what is wrong with it.</summary>
    public static string? Check(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, Limit);
            return null;
        }
        catch (RegexParseException exception)
        {
            return exception.Message.TrimEnd('.');
        }
    }

    protected override bool FitsPattern(int index, StubText value)
    {
        try
        {
            return Compiled(index).IsMatch(value.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private Regex Compiled(int index)
    {
        Regex?[] compiled = _compiled ??= new Regex?[Patterns.Count];
        RegexOptions options = RegexOptions.CultureInvariant | (IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        return compiled[index] ??= new Regex(Whole ? $"\\A(?:{Patterns[index]})\\z" : Patterns[index], options, Limit);
    }
}
