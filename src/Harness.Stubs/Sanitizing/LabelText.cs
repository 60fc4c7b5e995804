using System.Collections.Concurrent;

namespace Harness.Stubs.Sanitizing;

/// <summary>Names in one spelling: <c>x-ms-client_id</c>, <c>X-MS-ClientId</c> and <c>xMsClientId</c> are the same label.</summary>
internal static class LabelText
{
    private const int CacheLimit = 20_000;

    private static readonly ConcurrentDictionary<string, string> Cache = new(StringComparer.Ordinal);

    public static string Normalize(string name)
    {
        if (Cache.TryGetValue(name, out string? known))
        {
            return known;
        }

        Span<char> label = name.Length <= 256 ? stackalloc char[256] : new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                label[length++] = char.ToLowerInvariant(c);
            }
        }

        string normal = new(label[..length]);
        if (Cache.Count < CacheLimit && name.Length <= 64)
        {
            Cache[name] = normal;
        }

        return normal;
    }
}
