using Harness.Stubs.Sanitizing.Rules;

namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans an address part by part, decoded, and encodes only what changed: the rest keeps its spelling.</summary>
internal static class UrlRewriter
{
    public static string Absolute(string url, Scrubber scrubber)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            string plain = Uri.UnescapeDataString(url), clean = plain.Contains("://", StringComparison.Ordinal) ? Absolute(plain, scrubber) : plain;
            return string.Equals(plain, clean, StringComparison.Ordinal) ? url : Uri.EscapeDataString(clean);
        }

        int rest = url.AsSpan(scheme + 3).IndexOfAny('/', '?', '#') is var found && found < 0 ? url.Length : scheme + 3 + found;
        return url[..(scheme + 3)] + Authority(url[(scheme + 3)..rest], scrubber) + Relative(url[rest..], scrubber);
    }

    public static string Relative(string url, Scrubber scrubber)
    {
        int fragment = url.IndexOf('#', StringComparison.Ordinal), end = fragment < 0 ? url.Length : fragment;
        int query = url.AsSpan(0, end).IndexOf('?');
        string path = url[..(query < 0 ? end : query)];
        string clean = Path(path, scrubber);
        if (query >= 0)
        {
            clean += "?" + FormText.Rewrite(url[(query + 1)..end], FieldPlace.Query, scrubber);
        }

        return fragment < 0 ? clean : clean + "#" + Fragment(url[(fragment + 1)..], scrubber);
    }

    // #access_token=..., #/users/1?x=2, #view/Blade/id: a query, an address of its own, or words.
    private static string Fragment(string fragment, Scrubber scrubber)
    {
        if (fragment.Length == 0)
        {
            return fragment;
        }

        bool isAddress = fragment[0] is '/' or '!' || fragment.IndexOf('?', StringComparison.Ordinal) is var mark && mark >= 0 && mark < fragment.IndexOf('=', StringComparison.Ordinal);
        if (isAddress && !fragment.Contains('#', StringComparison.Ordinal))
        {
            return Relative(fragment, scrubber);
        }

        return fragment.Contains('=', StringComparison.Ordinal) ? FormText.Rewrite(fragment, FieldPlace.Query, scrubber) : Path(fragment, scrubber);
    }

    private static string Authority(string authority, Scrubber scrubber)
    {
        int at = authority.LastIndexOf('@');
        string user = at < 0 ? "" : authority[..at].Contains(':', StringComparison.Ordinal) ? BasicCredentials.Plain + "@" : scrubber.Text(authority[..at], Field.Plain) + "@";
        string host = authority[(at + 1)..];
        int port = host.LastIndexOf(':');
        string suffix = port > 0 && !host.AsSpan(port + 1).ContainsAnyExcept(CharSets.Digits) ? host[port..] : "";
        host = host[..^suffix.Length];
        string clean = scrubber.Shapes(host, Field.Plain);
        bool isName = clean.Contains('.', StringComparison.Ordinal) && clean.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_') && !System.Net.IPAddress.TryParse(clean, out _);
        if (scrubber.Has("SAN-025") && isName && string.Equals(clean, host, StringComparison.OrdinalIgnoreCase))
        {
            clean = scrubber.Identities.Host(clean);
        }

        return user + clean + suffix;
    }

    private static string Path(string path, Scrubber scrubber)
    {
        if (path.Length < 2)
        {
            return path;
        }

        bool isEncoded = path.Contains('%', StringComparison.Ordinal);
        string plain = isEncoded ? Uri.UnescapeDataString(path) : path;
        string clean = Segments(scrubber.Shapes(plain, new Field(FieldPlace.Path, "")), scrubber);
        if (string.Equals(clean, plain, StringComparison.Ordinal))
        {
            return path;
        }

        return isEncoded ? EscapePath(clean) : clean.Replace("#", "%23", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
    }

    // A whole segment may be packed: base64 of an id, JSON.
    private static string Segments(string path, Scrubber scrubber)
    {
        if (path.Length < 16)
        {
            return path;
        }

        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            segments[i] = segments[i].Length < 16 ? segments[i] : scrubber.Unpacked(segments[i], new Field(FieldPlace.Path, "")) ?? segments[i];
        }

        return string.Join('/', segments);
    }

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(s => Uri.EscapeDataString(s)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal).Replace("%24", "$", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3D", "=", StringComparison.Ordinal).Replace("%27", "'", StringComparison.Ordinal)));
}
