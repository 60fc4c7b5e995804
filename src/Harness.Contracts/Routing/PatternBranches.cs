using System.Collections.Frozen;

namespace Harness.Contracts.Routing;

/// <summary>The ways on behind segments with parameters in their text; OData functions are found by name, however many there are.</summary>
internal sealed class PatternBranches
{
    private readonly PatternBranch[] _nameless;
    private readonly FrozenDictionary<string, PatternBranch[]>.AlternateLookup<ReadOnlySpan<char>>? _byFunction;

    /// <param name="branches">The most specific first.</param>
    public PatternBranches(IReadOnlyList<PatternBranch> branches)
    {
        ILookup<string, PatternBranch> byName =
            branches.ToLookup(branch => FunctionName(branch.Segment.Literal).ToString(), StringComparer.OrdinalIgnoreCase);
        _nameless = [.. byName[""]];
        if (byName.Any(group => group.Key.Length > 0))
        {
            _byFunction = byName.Where(group => group.Key.Length > 0)
                .ToFrozenDictionary(group => group.Key, group => Merge(group, _nameless), StringComparer.OrdinalIgnoreCase)
                .GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>Those that may admit a segment, the most specific first.</summary>
    /// <param name="canonical">Decoded, without spaces around <c>=</c>.</param>
    public ReadOnlySpan<PatternBranch> For(ReadOnlySpan<char> canonical) =>
        _byFunction is { } byFunction && byFunction.TryGetValue(FunctionName(canonical), out PatternBranch[]? candidates)
            ? candidates
            : _nameless;

    private static PatternBranch[] Merge(IEnumerable<PatternBranch> named, PatternBranch[] nameless) =>
        [.. named.Concat(nameless).Order(Comparer<PatternBranch>.Create((a, b) => a.Segment.CompareSpecificity(b.Segment)))];

    // With its parenthesis: what is before a pattern's first parameter must be there letter for letter, so the whole name must.
    private static ReadOnlySpan<char> FunctionName(ReadOnlySpan<char> text) => text[..(text.IndexOf('(') + 1)];
}
