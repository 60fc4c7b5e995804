namespace Harness.Contracts.Routing;

/// <summary>Reads one segment of a path template.</summary>
internal static class PathSegmentReader
{
    /// <returns>Null when there is a mistake.</returns>
    public static PathSegment? Read(string text, out string? mistake)
    {
        List<string> literals = [];
        List<string> names = [];
        int start = 0;
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', start))
        {
            int close = text.IndexOf('}', open);
            mistake = Mistake(text, start, open, close, names.Count);
            if (mistake is not null)
            {
                return null;
            }

            literals.Add(text[start..open]);
            names.Add(text[(open + 1)..close]);
            start = close + 1;
        }

        literals.Add(text[start..]);
        mistake = null;
        return new PathSegment(text, [.. literals], [.. names]);
    }

    private static string? Mistake(string text, int start, int open, int close, int parametersSoFar)
    {
        if (close < 0)
        {
            return $"a brace is opened and not closed in '{text}'";
        }

        if (close == open + 1)
        {
            return $"a parameter has no name in '{text}'";
        }

        return open == start && parametersSoFar > 0 ? $"two parameters stand side by side in '{text}', so nothing says where the first ends" : null;
    }
}
