using System.Text;

namespace Harness.Mock.Quirks.Values;

/// <summary>A text with expressions in braces, taken apart once: <c>https://{hosts.relay}.rt.yammer.com</c>, <c>{token:{query.resource}}</c>.</summary>
internal sealed class ValueTemplate
{
    private readonly List<Piece> _pieces = [];

    private ValueTemplate()
    {
    }

    /// <summary>The expression, when the text is one and nothing else.</summary>
    public string? Sole => _pieces is [{ Name: { } name }] ? name : null;

    /// <summary>A brace that is not closed is text.</summary>
    public static ValueTemplate Parse(string text)
    {
        var template = new ValueTemplate();
        int at = 0;
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', at))
        {
            int close = Closing(text, open);
            if (close < 0)
            {
                break;
            }

            template.AddText(text[at..open]);
            template.AddExpression(text[(open + 1)..close]);
            at = close + 1;
        }

        template.AddText(text[at..]);
        return template;
    }

    /// <summary>Expressions in it that stand for nothing.</summary>
    public IEnumerable<string> Unknown() => _pieces.Where(p => p.Name is not null).SelectMany(p =>
        ValueNames.IsKnown(p.Name!, p.Argument is not null) ? p.Argument?.Unknown() ?? [] : [p.Name!]);

    /// <summary>Null when one of the expressions has nothing to stand for.</summary>
    public string? Text(ValueScope scope)
    {
        if (_pieces.Count == 1)
        {
            return Of(_pieces[0], scope);
        }

        var text = new StringBuilder();
        foreach (Piece piece in _pieces)
        {
            if (Of(piece, scope) is not { } part)
            {
                return null;
            }

            text.Append(part);
        }

        return text.ToString();
    }

    private static string? Of(Piece piece, ValueScope scope) => piece.Name is null ? piece.Literal : ValueNames.Find(piece.Name, piece.Argument?.Text(scope), scope);

    private static int Closing(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            _pieces.Add(new Piece(text, null, null));
        }
    }

    private void AddExpression(string expression)
    {
        int colon = expression.IndexOf(':', StringComparison.Ordinal);
        _pieces.Add(colon < 0
            ? new Piece("", expression.Trim(), null)
            : new Piece("", expression[..colon].Trim(), Parse(expression[(colon + 1)..])));
    }

    private sealed record Piece(string Literal, string? Name, ValueTemplate? Argument);
}
