using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans markup piece by piece without building a tree, so that markup which is no tree keeps its form too.</summary>
internal static class MarkupRewriter
{
    private static readonly Shape Pieces = new(@"<!--(?<comment>.*?)(?:-->|\z)|<!\[CDATA\[(?<cdata>.*?)(?:\]\]>|\z)|<script(?<scriptattributes>[^<>]*)>(?<script>.*?)(?:</script|\z)|<style[^<>]*>.*?(?:</style|\z)|<(?<close>/)?(?<tag>[A-Za-z][\w:.-]*)(?<attributes>(?>\s+|[^\s""'<>]+|""[^""]*""|'[^']*')*)>|(?<text>[^<]+)".Replace(".*?", "(?s:.*?)", StringComparison.Ordinal));

    private static readonly Shape Attributes = new(@"(?<name>[^\s=/""'>]+)(?<equals>\s*=\s*)(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""'>]+))");

    public static string Rewrite(string markup, Scrubber scrubber)
    {
        var clean = new StringBuilder(markup.Length);
        string element = "";
        int done = 0;
        foreach (Match match in Pieces.Matches(markup))
        {
            clean.Append(markup, done, match.Index - done);
            clean.Append(Piece(match, ref element, scrubber));
            done = match.Index + match.Length;
        }

        return clean.Append(markup, done, markup.Length - done).ToString();
    }

    private static string Piece(Match match, ref string element, Scrubber scrubber)
    {
        foreach (string part in (ReadOnlySpan<string>)["comment", "cdata"])
        {
            if (match.Groups[part] is { Success: true } group)
            {
                return Swap(match, group, scrubber.Text(group.Value, Field.Named(FieldPlace.Markup, part == "cdata" ? element : "")));
            }
        }

        if (match.Groups["script"] is { Success: true } script)
        {
            Group attributes = match.Groups["scriptattributes"];
            string inner = ScriptText.Rewrite(script.Value, scrubber);
            return "<script" + CleanAttributes(attributes.Value, "script", scrubber) + ">" + inner + match.Value[(script.Index - match.Index + script.Length)..];
        }

        if (match.Groups["tag"] is { Success: true } tag)
        {
            element = match.Groups["close"].Success ? "" : LocalName(tag.Value);
            Group attributes = match.Groups["attributes"];
            return Swap(match, attributes, CleanAttributes(attributes.Value, element, scrubber));
        }

        return match.Groups["text"] is { Success: true } text ? Entities(text.Value, Field.Named(FieldPlace.Markup, element), scrubber) : match.Value;
    }

    private static string CleanAttributes(string attributes, string element, Scrubber scrubber)
    {
        if (!attributes.Contains('=', StringComparison.Ordinal))
        {
            return attributes;
        }

        string named = NameOf(attributes);
        return Attributes.Replace(attributes, m =>
        {
            string name = m.Groups["name"].Value;
            // <input name="canary" value="...">: the value's name is another attribute's value.
            string label = named.Length > 0 && (name is "value" or "content" || (name is "Value" or "InnerText")) ? named : LocalName(name);
            bool isKey = name is "name" or "id" or "class" or "type" or "rel" or "lang" or "for" or "method" or "http-equiv" or "integrity" or "style" or "property" || name.StartsWith("xmlns", StringComparison.Ordinal);
            return isKey && element.Length > 0 ? Swap(m, m.Groups["value"], scrubber.Shapes(m.Groups["value"].Value, new Field(FieldPlace.Script, ""))) : Swap(m, m.Groups["value"], Entities(m.Groups["value"].Value, Field.Named(FieldPlace.Markup, label), scrubber));
        });
    }

    private static string NameOf(string attributes) => Attributes.Matches(attributes).Where(m => m.Groups["name"].Value is "name" or "Name" or "property" or "key").Select(m => m.Groups["value"].Value).FirstOrDefault() ?? "";

    private static string Entities(string raw, in Field field, Scrubber scrubber)
    {
        string plain = raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(raw) : raw;
        string trimmed = plain.Trim();
        if (trimmed.Length < 2)
        {
            return raw;
        }

        string clean = scrubber.Text(trimmed, field);
        if (string.Equals(clean, trimmed, StringComparison.Ordinal))
        {
            return raw;
        }

        int start = plain.IndexOf(trimmed, StringComparison.Ordinal);
        return plain[..start] + Encode(clean) + plain[(start + trimmed.Length)..];
    }

    private static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string LocalName(string name) => name[(name.LastIndexOf(':') + 1)..];

    private static string Swap(Match match, Group group, string clean) =>
        string.Equals(group.Value, clean, StringComparison.Ordinal) ? match.Value : string.Concat(match.Value.AsSpan(0, group.Index - match.Index), clean, match.Value.AsSpan(group.Index - match.Index + group.Length));
}
