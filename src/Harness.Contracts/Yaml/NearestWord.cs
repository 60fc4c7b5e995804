namespace Harness.Contracts.Yaml;

/// <summary>Guesses which allowed word a person meant to write.</summary>
internal static class NearestWord
{
    /// <summary>"Write 'x'; allowed: ..." or, when no word is near, only what is allowed.</summary>
    public static string Advise(string word, IReadOnlyCollection<string> allowed)
    {
        string? near = Find(word, allowed);
        string all = allowed.Count == 0 ? "nothing" : string.Join(", ", allowed);
        return near is null ? $"Use one of: {all}" : $"Did you mean '{near}'? Allowed: {all}";
    }

    /// <summary>For words that a person may also declare: the near one, or else what <paramref name="otherwise"/> says.</summary>
    /// <param name="otherwise">An imperative, in lower case.</param>
    public static string AdviseOr(string word, IReadOnlyCollection<string> allowed, string otherwise) => Find(word, allowed) is { } near
        ? $"Did you mean '{near}'? Otherwise {otherwise}"
        : char.ToUpperInvariant(otherwise[0]) + otherwise[1..];

    /// <summary>Null when every candidate differs in more than a third of its letters.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        (string Candidate, int Distance) best = candidates
            .Select(c => (Candidate: c, Distance: Distance(word.ToLowerInvariant(), c.ToLowerInvariant())))
            .DefaultIfEmpty((Candidate: "", Distance: int.MaxValue))
            .MinBy(c => c.Distance);
        return best.Distance <= Math.Max(1, Math.Max(word.Length, best.Candidate.Length) / 3) ? best.Candidate : null;
    }

    // Levenshtein over two rows.
    private static int Distance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
