using Harness.Contracts.Operations;

namespace Harness.Mock.Synthesis;

/// <summary>Picks among the media types a contract declares.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string mediaType)
    {
        ReadOnlySpan<char> bare = Bare(mediaType);
        return bare.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || bare is "*/*";
    }

    public static bool Is(string mediaType, string expected) => Bare(mediaType).Equals(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>What Accept asks for by name, else JSON, else the first: portals do not answer 406.</summary>
    public static MediaContent Choose(IReadOnlyList<MediaContent> content, string? accept)
    {
        if (content.Count > 1 && accept is not null)
        {
            IEnumerable<string> wishes = accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .OrderByDescending(Quality).TakeWhile(wish => !Is(wish, "*/*"));
            foreach (string wish in wishes)
            {
                if (content.FirstOrDefault(c => Satisfies(c.MediaType, wish)) is { } wished)
                {
                    return wished;
                }
            }
        }

        return content.FirstOrDefault(c => IsJson(c.MediaType)) ?? content[0];
    }

    private static bool Satisfies(string mediaType, string wish)
    {
        ReadOnlySpan<char> bare = Bare(wish);
        return bare.EndsWith("/*") ? Bare(mediaType).StartsWith(bare[..^1], StringComparison.OrdinalIgnoreCase) : Bare(mediaType).Equals(bare, StringComparison.OrdinalIgnoreCase);
    }

    private static double Quality(string wish)
    {
        int q = wish.IndexOf(";q=", StringComparison.OrdinalIgnoreCase);
        return q >= 0 && double.TryParse(wish.AsSpan(q + 3), System.Globalization.CultureInfo.InvariantCulture, out double quality) ? quality : 1;
    }

    private static ReadOnlySpan<char> Bare(string mediaType)
    {
        int semicolon = mediaType.IndexOf(';', StringComparison.Ordinal);
        return (semicolon < 0 ? mediaType : mediaType.AsSpan(0, semicolon)).Trim();
    }
}
