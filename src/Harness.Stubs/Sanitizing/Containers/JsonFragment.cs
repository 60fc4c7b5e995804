using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans JSON that does not parse, for it was cut off or is a dialect: name and value pairs, and what stands between them.</summary>
internal static class JsonFragment
{
    private static readonly Shape Pairs = new(
        """(?<name>(?:"(?<key>(?:[^"\\]|\\.)*)"|'(?<key>(?:[^'\\]|\\.)*)'|(?<![\w])(?<key>[A-Za-z_$][\w$-]*))\s*[:=]\s*)(?:"(?<value>(?:[^"\\]|\\.)*)(?<end>"|$)|'(?<value>(?:[^'\\]|\\.)*)(?<end>'|$))|"(?<item>(?:[^"\\]|\\.)*)(?:"|$)""");

    public static string Rewrite(string text, Scrubber scrubber)
    {
        var clean = new StringBuilder(text.Length);
        int done = 0;
        foreach (Match match in Pairs.Matches(text))
        {
            clean.Append(Between(text[done..match.Index], scrubber)).Append(Pair(match, scrubber));
            done = match.Index + match.Length;
        }

        return clean.Append(Between(text[done..], scrubber)).ToString();
    }

    // Where the quotes do not pair, values stand outside them.
    private static string Between(string text, Scrubber scrubber) => text.Length < 4 ? text : scrubber.Shapes(text, Field.Plain);

    private static string Pair(Match match, Scrubber scrubber)
    {
        if (match.Groups["item"] is { Success: true } item)
        {
            string clean = Clean(item.Value, Field.Plain, scrubber);
            return ReferenceEquals(clean, item.Value) ? match.Value : match.Value.Replace(item.Value, clean, StringComparison.Ordinal);
        }

        string value = match.Groups["value"].Value, standIn = Clean(value, Field.Named(FieldPlace.Json, match.Groups["key"].Value), scrubber);
        string name = scrubber.Shapes(match.Groups["name"].Value, Field.Plain);
        char quote = match.Value[match.Groups["name"].Length];
        return name + quote + standIn + match.Groups["end"].Value;
    }

    private static string Clean(string raw, in Field field, Scrubber scrubber)
    {
        string? plain = Unescaped(raw);
        string value = plain ?? raw, clean = scrubber.Text(value, field);
        return string.Equals(clean, value, StringComparison.Ordinal) ? raw : plain is null ? clean : JsonEncodedText.Encode(clean, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
    }

    private static string? Unescaped(string raw)
    {
        if (!raw.Contains('\\', StringComparison.Ordinal))
        {
            return raw;
        }

        try
        {
            return JsonSerializer.Deserialize<string>($"\"{raw.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\x", "\\u00", StringComparison.Ordinal)}\"");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
