using System.Net;

namespace Harness.Stubs.Sanitizing.Rules;

internal sealed class EncodedTextRule : DecodeRule
{
    public override string Id => "SAN-046";

    public override string Catches => "percent-encoding, once or twice, and HTML entities";

    public override string Example => "ann%2540fabrikamx.de";

    public override string StandIn => "the same text with clean parts, encoded again";

    public override string? Rewrite(string text, in Field field, Scrubber scrubber)
    {
        if (text.Length > 100_000 || field.Place == FieldPlace.Script)
        {
            return null;
        }

        if (text.Contains('%', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal) && text[0] is not ('/' or '?') && !text.Contains(' ', StringComparison.Ordinal) && HasEscape(text))
        {
            string plain = Uri.UnescapeDataString(text);
            return string.Equals(plain, text, StringComparison.Ordinal) ? null : Again(text, plain, scrubber.Text(plain, field), Uri.EscapeDataString);
        }

        if (text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal) && text.IndexOf("&#", StringComparison.Ordinal) is var entity && (entity >= 0 || text.Contains("&quot;", StringComparison.Ordinal) || text.Contains("&amp;", StringComparison.Ordinal)))
        {
            string plain = WebUtility.HtmlDecode(text);
            return plain.Contains('<', StringComparison.Ordinal) || string.Equals(plain, text, StringComparison.Ordinal) ? null : Again(text, plain, scrubber.Text(plain, field), WebUtility.HtmlEncode);
        }

        return null;
    }

    private static string Again(string text, string plain, string clean, Func<string, string> encode) => string.Equals(plain, clean, StringComparison.Ordinal) ? text : encode(clean);

    private static bool HasEscape(string text)
    {
        for (int i = text.IndexOf('%', StringComparison.Ordinal); i >= 0 && i + 2 < text.Length; i = text.IndexOf('%', i + 1))
        {
            if (char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}
