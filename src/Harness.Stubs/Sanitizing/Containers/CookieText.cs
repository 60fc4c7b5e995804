namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans the values in Cookie and Set-Cookie; names and attributes stay.</summary>
internal static class CookieText
{
    public static string Request(string header, Scrubber scrubber) => string.Join(';', header.Split(';').Select(p => Pair(p, scrubber)));

    public static string Response(string header, Scrubber scrubber)
    {
        string[] parts = header.Split(';');
        for (int i = 0; i < parts.Length; i++)
        {
            // The first pair is the cookie, even if it is called path.
            parts[i] = i == 0 ? Pair(parts[i], scrubber) : Attribute(parts[i], scrubber);
        }

        return string.Join(';', parts);
    }

    public static string Value(string name, string value, Scrubber scrubber) => scrubber.Text(value, Field.Named(FieldPlace.Cookie, name));

    private static string Pair(string pair, Scrubber scrubber)
    {
        int equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? pair.Trim().Length < 8 ? pair : Value("", pair, scrubber)
            : scrubber.UsualShapes(pair[..equals] + "=", Field.Plain) + Value(pair[..equals].Trim(), pair[(equals + 1)..], scrubber);
    }

    private static string Attribute(string attribute, Scrubber scrubber)
    {
        int equals = attribute.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 || attribute.AsSpan(0, equals).Trim().Equals("expires", StringComparison.OrdinalIgnoreCase)
            ? attribute
            : attribute[..(equals + 1)] + scrubber.Text(attribute[(equals + 1)..], Field.Named(FieldPlace.Header, attribute[..equals]));
    }
}
