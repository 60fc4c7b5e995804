using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class UrlRule : ShapeRule
{
    public override string Id => "SAN-040";

    public override string Catches => "addresses: host, path, query and fragment, decoded, also of relative ones";

    public override string Example => "https://portal.fabrikamx.de/users/ann%40fabrikamx.de?code=0.AX...";

    private static readonly Shape Urls = new(@"(?:https?|wss?|ftp|ldaps?)(?:://|%3[aA]%2[fF]%2[fF])[^\s""'<>\\^`{|}]+", ignoreCase: true);

    public override string StandIn => "the same address with clean parts";

    public override TextTraits Needs => TextTraits.Letter;

    public override TextTraits NeedsOneOf => TextTraits.Slash | TextTraits.Percent | TextTraits.Question | TextTraits.Hash;

    public override bool Learns => true;

    /// <summary>Whether the text is one address and nothing else.</summary>
    public static bool IsWhole(string text, in Field field) =>
        IsRelative(text, field) || (text.Contains("://", StringComparison.Ordinal) && Urls.Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length);

    public override string Replace(string text, in Field field, Scrubber scrubber)
    {
        if (IsRelative(text, field))
        {
            return UrlRewriter.Relative(text, scrubber);
        }

        return text.Contains("//", StringComparison.Ordinal) || text.Contains("%2F%2F", StringComparison.OrdinalIgnoreCase)
            ? Urls.Replace(text, m => UrlRewriter.Absolute(m.Value, scrubber))
            : text;
    }

    private static bool IsRelative(string text, in Field field) =>
        field.Place is not (FieldPlace.Path or FieldPlace.Script) && text.Length > 1 && text[0] is '/' or '?' or '#' && text.AsSpan().ContainsAny('?', '=') && !text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith("//", StringComparison.Ordinal);
}
