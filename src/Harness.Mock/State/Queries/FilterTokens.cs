using System.Text;

namespace Harness.Mock.State.Queries;

/// <summary>Takes a filter's text apart.</summary>
internal static class FilterTokens
{
    /// <summary>A token of kind ? is what could not be read.</summary>
    public static List<FilterToken> Split(string text)
    {
        List<FilterToken> tokens = [];
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')' or ',' or '/' or ':')
            {
                tokens.Add(new FilterToken(c, c.ToString(), at++));
            }
            else if (c == '\'')
            {
                tokens.Add(Quoted(text, ref at));
            }
            else
            {
                tokens.Add(Word(text, ref at));
            }
        }

        tokens.Add(new FilterToken('\0', "the end", text.Length));
        return tokens;
    }

    private static FilterToken Quoted(string text, ref int at)
    {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (text[at] != '\'')
            {
                value.Append(text[at++]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '\'')
            {
                value.Append('\'');
                at += 2;
            }
            else
            {
                at++;
                return new FilterToken('\'', value.ToString(), start);
            }
        }

        return new FilterToken('?', "a text that does not end", start);
    }

    // Only what begins with a digit or a minus may hold colons: a date. Elsewhere a colon ends a variable's name.
    private static FilterToken Word(string text, ref int at)
    {
        int start = at;
        bool isValue = char.IsAsciiDigit(text[at]) || text[at] == '-';
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '@' or '$' or '-' || (isValue && text[at] is ':' or '+')))
        {
            at++;
        }

        return at > start ? new FilterToken('w', text[start..at], start) : new FilterToken('?', text[at++].ToString(), start);
    }
}
