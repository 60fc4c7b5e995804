using System.IO.Enumeration;
using Harness.Mock.Quirks.Values;

namespace Harness.Mock.Quirks;

/// <summary>When an oddity shows: <c>when</c> gives a text of the call or its caller, <c>is</c>, <c>isNot</c>, <c>matches</c> or <c>matchesNot</c> judge it.</summary>
/// <remarks>
/// Without <c>when</c> it always shows. A text that is not there is the empty one. Each judgment takes one text or a list; in
/// <c>matches</c>, <c>*</c> stands for any text and <c>?</c> for any character. Letter case never counts.
/// </remarks>
internal sealed class Condition
{
    private readonly ValueTemplate? _when;
    private readonly IReadOnlyList<ValueTemplate> _is;
    private readonly IReadOnlyList<ValueTemplate> _isNot;
    private readonly IReadOnlyList<string> _matches;
    private readonly IReadOnlyList<string> _matchesNot;

    public Condition(QuirkSettings settings)
    {
        _when = settings.Template("when");
        _is = settings.Templates("is");
        _isNot = settings.Templates("isNot");
        _matches = settings.List("matches");
        _matchesNot = settings.List("matchesNot");
        bool judges = _is.Count + _isNot.Count + _matches.Count + _matchesNot.Count > 0;
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
            && (_matches.Count == 0 || _matches.Any(p => FileSystemName.MatchesSimpleExpression(p, text)))
            && !_matchesNot.Any(p => FileSystemName.MatchesSimpleExpression(p, text));
    }

    private static bool Equal(ValueTemplate template, string text, ValueScope scope) =>
        string.Equals(template.Text(scope) ?? "", text, StringComparison.OrdinalIgnoreCase);
}
