using System.Text.RegularExpressions;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Planning;

namespace Harness.Drift.Guard;

/// <summary>What a family's reviewed lists say of a GET. What no entry lists is refused: not every GET on these portals only reads.</summary>
public sealed partial class GetReview
{
    private readonly Entry[] _safe;
    private readonly Entry[] _unsafe;

    public GetReview(Family family)
    {
        _safe = Entries(family.SafeGets);
        _unsafe = Entries(family.UnsafeGets);
    }

    /// <summary>Judges an operation by its template.</summary>
    /// <param name="path">As the portal has it (<see cref="Operation.PortalPath"/>).</param>
    public ReviewVerdict Judge(string path)
    {
        if (Array.Find(_unsafe, e => e.Template.Matches("GET", path)) is { } forbidden)
        {
            return new ReviewVerdict(SkipReasons.Unsafe, forbidden.Reason);
        }

        Entry[] listing = Array.FindAll(_safe, e => e.Template.Matches("GET", path));
        if (listing.Length == 0)
        {
            return new ReviewVerdict(SkipReasons.NotListed, "no entry of safeGets in family.yml lists it; look at it and add it there, or to unsafeGets");
        }

        return RiskyWords.Find(path) is { } word && !Array.Exists(listing, e => e.IsExact)
            ? new ReviewVerdict(SkipReasons.NotListed, $"its path says '{word}', and safeGets lists only its area; look at it and add its own path")
            : ReviewVerdict.Safe(listing[0].Reason);
    }

    /// <summary>Judges an address whose parameters are filled: an id must not turn it into another operation.</summary>
    public ReviewVerdict JudgeFilled(string path) => Array.Find(_unsafe, e => e.Filled.Matches("GET", path)) is { } forbidden
        ? new ReviewVerdict(SkipReasons.Unsafe, $"filled in, it is another operation: {forbidden.Reason}")
        : ReviewVerdict.Safe("");

    private static Entry[] Entries(IReadOnlyList<ReviewedGets> reviewed) =>
        [.. reviewed.SelectMany(r => r.Paths, (r, p) => new Entry(p, PathGlob.Parse(Parameter().Replace(p.Text, "*")), r.Reason, !p.Text.Contains('*', StringComparison.Ordinal)))];

    [GeneratedRegex(@"\{[^}/]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    private sealed record Entry(PathGlob Template, PathGlob Filled, string Reason, bool IsExact);
}
