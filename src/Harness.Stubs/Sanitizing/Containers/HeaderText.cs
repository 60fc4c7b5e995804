namespace Harness.Stubs.Sanitizing.Containers;

/// <summary>Cleans a header's value by the header's name.</summary>
internal static class HeaderText
{
    // Nothing of anybody's can stand in these.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "accept-encoding", "accept-language", "accept-ranges", "age", "allow", "cache-control", "connection", "content-encoding", "content-language", "content-length", "content-type", "date", "dnt", "expires", "keep-alive",
        "last-modified", "pragma", "priority", "retry-after", "server", "strict-transport-security", "te", "transfer-encoding", "upgrade", "upgrade-insecure-requests", "user-agent", "vary", "x-content-type-options", "x-frame-options",
        "x-xss-protection", "x-powered-by", "x-aspnet-version", "access-control-allow-methods", "access-control-allow-headers", "access-control-expose-headers", "access-control-max-age", "access-control-allow-credentials", "referrer-policy",
        "permissions-policy", ":method", ":scheme", ":status", "if-modified-since", "if-unmodified-since", "odata-version", "odata-maxversion", "x-ms-version", "sec-gpc", "alt-svc", "p3p", "x-ua-compatible", "cross-origin-opener-policy",
        "cross-origin-resource-policy", "timing-allow-origin", "origin-agent-cluster", "save-data",
    };

    public static string Rewrite(string name, string value, Scrubber scrubber)
    {
        if (value.Length == 0)
        {
            return value;
        }

        if (name.Equals("cookie", StringComparison.OrdinalIgnoreCase))
        {
            return CookieText.Request(value, scrubber);
        }

        if (name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase))
        {
            return string.Join('\n', value.Split('\n').Select(c => CookieText.Response(c, scrubber)));
        }

        if (Plain.Contains(name) || name.StartsWith("sec-ch-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sec-fetch-", StringComparison.OrdinalIgnoreCase))
        {
            // Allowed as a whole, and yet no place to hide an address in.
            return value.AsSpan().ContainsAny('@', '/') ? scrubber.UsualShapes(value, new Field(FieldPlace.Header, "useragent")) : value;
        }

        return scrubber.Text(value, Field.Named(FieldPlace.Header, name.TrimStart(':')));
    }
}
