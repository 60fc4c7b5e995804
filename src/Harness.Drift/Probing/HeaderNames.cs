using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Harness.Drift.Guard;

namespace Harness.Drift.Probing;

/// <summary>Names of an answer's headers, lower case and sorted; answers with the same headers share one list.</summary>
internal sealed class HeaderNames
{
    private const int MostLists = 4096;
    private const int LongestKey = 2048;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>>.AlternateLookup<ReadOnlySpan<char>> _byKey;

    public HeaderNames() => _byKey = _lists.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Of(GuardedAnswer answer)
    {
        // Names as they came, in their order: a portal's answers repeat them, and then nothing is made anew.
        Span<char> room = stackalloc char[LongestKey];
        int length = 0;
        foreach (KeyValuePair<string, HeaderStringValues> header in answer.Headers.NonValidated)
        {
            length = Append(room, length, header.Key);
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in answer.ContentHeaders.NonValidated)
        {
            length = Append(room, length, header.Key);
        }

        ReadOnlySpan<char> key = room[..Math.Max(0, length)];
        if (length >= 0 && _byKey.TryGetValue(key, out IReadOnlyList<string>? known))
        {
            return known;
        }

        IReadOnlyList<string> names = Sorted(answer);
        if (length >= 0 && _lists.Count < MostLists)
        {
            _byKey[key] = names;
        }

        return names;
    }

    // Negative once there is no more room.
    private static int Append(Span<char> room, int length, string name)
    {
        if (length < 0 || length + name.Length >= room.Length)
        {
            return -1;
        }

        name.CopyTo(room[length..]);
        room[length + name.Length] = '\n';
        return length + name.Length + 1;
    }

    // What the mock explains of itself is no part of the portal.
    private static string[] Sorted(GuardedAnswer answer) =>
    [
        .. answer.Headers.NonValidated.Concat(answer.ContentHeaders.NonValidated).Select(h => h.Key.ToLowerInvariant())
            .Where(n => !n.StartsWith("x-harness-", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
