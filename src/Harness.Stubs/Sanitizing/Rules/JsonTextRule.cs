using System.Text.Json;
using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class JsonTextRule : DecodeRule
{
    public const string Name = "SAN-042";

    public override string Id => Name;

    public override string Catches => "JSON: a body, or a string that holds it, also behind a prefix or cut off";

    public override string Example => "{\"a\":\"{\\\\\"b\\\\\":1}\"}";

    public override string StandIn => "the same JSON with clean values";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        if (field.Place == FieldPlace.Script)
        {
            return null;
        }

        int start = Start(text);
        if (start < 0)
        {
            return null;
        }

        int end = End(text, start);
        if (end > start && Try(text[start..end], field, scrubber) is { } clean)
        {
            return start == 0 && end == text.Length ? clean : string.Concat(text.AsSpan(0, start), clean, text.AsSpan(end));
        }

        // Cut off by the browser, or a dialect: its pairs are cleaned one by one.
        return text.Length > 8 && text.Contains('"', StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal) ? JsonFragment.Rewrite(text, scrubber) : null;
    }

    private static string? Try(string json, in Field field, Scrubber scrubber)
    {
        try
        {
            return JsonRewriter.Rewrite(json, scrubber, isToken: false, field.Label);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // {, [, "{ and what guards them: )]}', while(1); for(;;); a callback's name and parenthesis.
    private static int Start(string text)
    {
        int at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
        {
            at++;
        }

        if (at == text.Length)
        {
            return -1;
        }

        if (text[at] is '{' or '[')
        {
            return text[at] == '[' && at + 1 < text.Length && char.IsLetter(text[at + 1]) ? -1 : at;
        }

        bool isGuarded = text.AsSpan(at).StartsWith(")]}'") || text.AsSpan(at).StartsWith("while(1);") || text.AsSpan(at).StartsWith("for(;;);") || text.AsSpan(at).StartsWith("for (;;);");
        int brace = text.AsSpan(at).IndexOfAny('{', '[');
        if (isGuarded)
        {
            int guard = text.AsSpan(at).StartsWith(")]}'") ? 4 : 0, inner = text.AsSpan(at + guard).IndexOfAny('{', '[');
            return inner < 0 ? -1 : at + guard + inner;
        }

        bool isCallback = brace is > 1 and < 80 && text[at + brace - 1] == '(' && text.AsSpan(at, brace - 1).IndexOfAnyExcept(CharSets.Callback) < 0;
        return isCallback ? at + brace : -1;
    }

    private static int End(string text, int start)
    {
        int end = text.AsSpan().LastIndexOf(text[start] == '{' ? '}' : ']');
        return end < start ? -1 : end + 1;
    }
}
