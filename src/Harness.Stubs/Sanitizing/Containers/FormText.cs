namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans name=value pairs joined by ampersands: a query, a form, a fragment.</summary>
internal static class FormText
{
    public static string Rewrite(string text, FieldPlace place, Scrubber scrubber)
    {
        if (text.Length == 0)
        {
            return text;
        }

        string[] pairs = text.Split('&');
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = Pair(pairs[i], place, scrubber);
        }

        return string.Join('&', pairs);
    }

    private static string Pair(string pair, FieldPlace place, Scrubber scrubber)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return Value(pair, Field.Plain with { Place = place }, scrubber);
        }

        string name = Decode(pair[..equals]);
        return Name(pair[..equals], scrubber) + "=" + Value(pair[(equals + 1)..], Field.Named(place, name), scrubber);
    }

    private static string Name(string name, Scrubber scrubber) => name.Length < 8 ? name : Value(name, Field.Plain, scrubber);

    private static string Value(string raw, in Field field, Scrubber scrubber)
    {
        string plain = Decode(raw), clean = scrubber.Text(plain, field);
        return string.Equals(clean, plain, StringComparison.Ordinal) ? raw : Uri.EscapeDataString(clean);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Contains('+', StringComparison.Ordinal) && !LooksLikeBase64(text) ? text.Replace('+', ' ') : text);

    // A + in base64 that nobody encoded is a plus, whatever the standard says.
    private static bool LooksLikeBase64(string text) => text.Length >= 20 && !text.Contains('%', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=');
}
