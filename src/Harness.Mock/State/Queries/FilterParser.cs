using System.Collections.Frozen;
using System.Globalization;

namespace Harness.Mock.State.Queries;

/// <summary>Reads an OData <c>$filter</c>, as far as admin portals use the language. Never throws; length and depth are bounded.</summary>
internal sealed class FilterParser
{
    private const int MostCharacters = 8192;
    private const int MostDepth = 40;

    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(["guid", "datetime", "datetimeoffset", "time", "duration"], StringComparer.OrdinalIgnoreCase);

    private readonly List<FilterToken> _tokens;
    private int _at;
    private int _depth;
    private string? _problem;

    private FilterParser(string text) => _tokens = FilterTokens.Split(text);

    private FilterToken Now => _tokens[_at];

    public static FilterReading Read(string text)
    {
        if (text.Length > MostCharacters)
        {
            return new FilterReading(null, $"it is longer than {MostCharacters} characters");
        }

        var parser = new FilterParser(text);
        FilterExpression? read = parser.Or();
        if (read is not null && parser.Now.Kind != '\0')
        {
            read = parser.Fail("the end, 'and' or 'or'");
        }

        return new FilterReading(parser._problem is null ? read : null, parser._problem);
    }

    private FilterExpression? Or() => Chain("or", () => Chain("and", Condition));

    private FilterExpression? Chain(string word, Func<FilterExpression?> part)
    {
        FilterExpression? left = part();
        while (left is not null && TakeWord(word))
        {
            left = part() is { } right ? new LogicExpression(left, word == "and", right) : null;
        }

        return left;
    }

    private FilterExpression? Condition()
    {
        if (++_depth > MostDepth)
        {
            return Fail("less depth");
        }

        FilterExpression? read = TakeWord("not") ? Condition() is { } inner ? new NotExpression(inner) : null : Comparison();
        _depth--;
        return read;
    }

    private FilterExpression? Comparison()
    {
        if (Operand() is not { } left)
        {
            return null;
        }

        if (TakeWord("in"))
        {
            return Take('(') && Arguments() is { Count: > 0 } choices ? new InExpression(left, choices) : Fail("a list in parentheses");
        }

        if (Now.Kind != 'w' || !CompareExpression.IsVerb(Now.Text.ToLowerInvariant()))
        {
            return left;
        }

        string verb = Next().Text.ToLowerInvariant();
        return Operand() is { } right ? new CompareExpression(left, verb, right) : null;
    }

    private FilterExpression? Operand()
    {
        if (Take('('))
        {
            FilterExpression? inner = Or();
            return inner is null || Take(')') ? inner : Fail("')'");
        }

        if (Now.Kind == '\'')
        {
            return new LiteralExpression(Next().Text, true);
        }

        return Now.Kind == 'w' ? Word(Next()) : Fail("a property or a value");
    }

    private FilterExpression? Word(FilterToken word)
    {
        if (Now.Kind == '\'' && Prefixes.Contains(word.Text))
        {
            return new LiteralExpression(Next().Text, true);
        }

        if (Now.Kind == '(')
        {
            return Call(word);
        }

        if (char.IsAsciiDigit(word.Text[0]) || word.Text[0] == '-' || Guid.TryParseExact(word.Text, "D", out _))
        {
            bool isNumber = decimal.TryParse(word.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);
            return new LiteralExpression(isNumber ? number : word.Text, false);
        }

        return word.Text switch
        {
            "true" => new LiteralExpression(true, false),
            "false" => new LiteralExpression(false, false),
            "null" => new LiteralExpression(null, false),
            _ => Path(word),
        };
    }

    private FilterExpression? Call(FilterToken name)
    {
        if (!CallExpression.Known.TryGetValue(name.Text, out int count))
        {
            _at--;
            return Fail("a function that there is");
        }

        Take('(');
        return Arguments() is { } arguments && arguments.Count == count ? new CallExpression(name.Text, arguments) : Fail($"{count} arguments of {name.Text}");
    }

    // Reads up to the closing parenthesis.
    private List<FilterExpression>? Arguments()
    {
        List<FilterExpression> read = [];
        if (Take(')'))
        {
            return read;
        }

        do
        {
            if (++_depth > MostDepth || Or() is not { } argument)
            {
                Fail("less depth");
                return null;
            }

            _depth--;
            read.Add(argument);
        }
        while (Take(','));

        return Take(')') ? read : null;
    }

    private FilterExpression? Path(FilterToken first)
    {
        List<string> path = [first.Text];
        while (Take('/'))
        {
            if (Now.Kind != 'w')
            {
                return Fail("a property");
            }

            string name = Next().Text;
            if (name is "any" or "all" && Now.Kind == '(')
            {
                return Any(path, name == "all");
            }

            path.Add(name);
        }

        return new PropertyExpression(path);
    }

    private FilterExpression? Any(List<string> path, bool isAll)
    {
        Take('(');
        if (Take(')'))
        {
            return new AnyExpression(path, isAll, null, null);
        }

        if (Now.Kind != 'w')
        {
            return Fail("a variable");
        }

        string variable = Next().Text;
        return Take(':') && Or() is { } condition && Take(')') ? new AnyExpression(path, isAll, variable, condition) : Fail("a condition in parentheses");
    }

    private FilterToken Next() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    private bool Take(char kind)
    {
        bool isThere = Now.Kind == kind;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeWord(string word)
    {
        bool isThere = Now.Kind == 'w' && string.Equals(Now.Text, word, StringComparison.OrdinalIgnoreCase);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private FilterExpression? Fail(string expected)
    {
        _problem ??= $"expected {expected} at character {Now.At + 1}, found {Now.Text}";
        return null;
    }
}
