using Harness.Stubs.Sanitizing.Containers;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class MarkupRule : DecodeRule
{
    public override string Id => "SAN-047";

    public override string Catches => "HTML and XML: text, attributes, hidden fields, comments, scripts in the page";

    public override string Example => "<input name=canary value=...>";

    public override string StandIn => "the same markup with clean parts";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart("\uFEFF \r\n\t");
        bool isMarkup = start.Length > 6 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?') && text.Contains('>', StringComparison.Ordinal);
        return isMarkup || (text.Contains("</", StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal)) ? MarkupRewriter.Rewrite(text, scrubber) : null;
    }
}
