using System.Diagnostics.CodeAnalysis;
using Harness.Stubs.Matching;

namespace Harness.Stubs.Mappings.WireMock;

/// <summary>How an expression that is looked for anywhere is written for WireMock, whose expressions must fit the whole text.</summary>
internal static class AnywherePattern
{
    private const string Before = "[\\s\\S]*(?:";
    private const string After = ")[\\s\\S]*";

    public static string Write(string pattern) => Before + pattern + After;

    public static bool TryRead(string pattern, [NotNullWhen(true)] out string? inner)
    {
        inner = pattern.StartsWith(Before, StringComparison.Ordinal) && pattern.EndsWith(After, StringComparison.Ordinal) && pattern.Length >= Before.Length + After.Length
            ? pattern[Before.Length..^After.Length]
            : null;

        // "[\s\S]*(?:a)[\s\S]*(?:b)[\s\S]*" has the same ends, but what is between them is no expression by itself.
        inner = inner is not null && RegexMatcher.Check(inner) is null ? inner : null;
        return inner is not null;
    }
}
