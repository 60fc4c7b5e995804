using System.Text.RegularExpressions;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>When an oddity shows: <c>when</c> gives a text of the call or its caller, <c>is</c>, <c>isNot</c>, <c>matches</c> or <c>matchesNot</c> judge it.</summary>
/// <remarks>Without <c>when</c> it always shows. A text that is not there is the empty one.</remarks>
internal sealed class Condition
{
    private readonly ValueTemplate? _when;
    private readonly IReadOnlyList<ValueTemplate> _is;
    private readonly IReadOnlyList<ValueTemplate> _isNot;
    private readonly Regex? _matches;
    private readonly Regex? _matchesNot;

    public Condition(QuirkSettings settings)
    {
        _when = settings.Template("when");
        _is = settings.Templates("is");
        _isNot = settings.Templates("isNot");
        _matches = Pattern(settings, "matches");
        _matchesNot = Pattern(settings, "matchesNot");
        bool judges = _is.Count > 0 || _isNot.Count > 0 || _matches is not null || _matchesNot is not null;
        settings.Need("is", _when is null || judges, "Add 'is:', 'isNot:', 'matches:' or 'matchesNot:'");
        settings.Need("when", _when is not null || !judges, "Add 'when:' with the text to judge, e.g. \"{query.scope}\"");
    }

    public bool Holds(ValueScope scope)
    {
        if (_when is null)
        {
            return true;
        }

        string text = _when.Text(scope) ?? "";
        return (_is.Count == 0 || _is.Any(t => Equal(t, text, scope)))
            && !_isNot.Any(t => Equal(t, text, scope))
            && _matches?.IsMatch(text) != false
            && _matchesNot?.IsMatch(text) != true;
    }

    private static bool Equal(ValueTemplate template, string text, ValueScope scope) =>
        string.Equals(template.Text(scope) ?? "", text, StringComparison.OrdinalIgnoreCase);

    // No backtracking: what a caller sends must not keep the server busy.
    private static Regex? Pattern(QuirkSettings settings, string key)
    {
        if (settings.Text(key) is not { } text)
        {
            return null;
        }

        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            settings.Report($"'{key}' is no pattern: {exception.Message}", "Write a regular expression without lookaround and backreferences");
            return null;
        }
    }
}
