using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Harness.Drift.Guard;

namespace Harness.Drift.Probing;

/// <summary>Names of an answer's headers, lower case and sorted; answers with the same headers share one list.</summary>
internal sealed class HeaderNames
{
    private const int MostLists = 4096;

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Of(GuardedAnswer answer)
    {
        List<string> names = [];
        foreach (KeyValuePair<string, HeaderStringValues> header in answer.Headers.NonValidated)
        {
            Add(names, header.Key);
        }

        foreach (KeyValuePair<string, HeaderStringValues> header in answer.ContentHeaders.NonValidated)
        {
            Add(names, header.Key);
        }

        names.Sort(StringComparer.Ordinal);
        string key = string.Join('\n', names);
        return _lists.Count > MostLists ? names : _lists.GetOrAdd(key, static (_, n) => n, names);
    }

    // What the mock explains of itself is no part of the portal.
    private static void Add(List<string> names, string name)
    {
        if (!name.StartsWith("x-harness-", StringComparison.OrdinalIgnoreCase))
        {
            names.Add(name.ToLowerInvariant());
        }
    }
}
