namespace Harness.Contracts.Routing;

/// <summary>How many letters two words differ in, so that a typing mistake ranks before another word.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>Levenshtein's distance without regard to case, 0 for the same word and 1000 for one with no letter in common.</summary>
    public static int Permille(string left, string right) =>
        left.Length > Longest || right.Length > Longest ? 1000 : Between(left, right) * 1000 / Math.Max(1, Math.Max(left.Length, right.Length));

    private static int Between(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
