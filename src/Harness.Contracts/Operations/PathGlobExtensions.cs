namespace Harness.Contracts.Operations;

/// <summary>Asks a list of globs at once, without allocating.</summary>
public static class PathGlobExtensions
{
    public static bool MatchAny(this IReadOnlyList<PathGlob> globs, string method, ReadOnlySpan<char> path)
    {
        for (int i = 0; i < globs.Count; i++)
        {
            if (globs[i].Matches(method, path))
            {
                return true;
            }
        }

        return false;
    }
}
