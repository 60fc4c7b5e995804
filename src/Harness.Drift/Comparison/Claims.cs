using Harness.Drift.Inference;
using Harness.Drift.Rules;

namespace Harness.Drift.Comparison;

/// <summary>Recognizes several differences as one edit, which is reported once: an envelope, a new name, a new way of paging, a move.</summary>
internal static class Claims
{
    private static readonly HashSet<string> Paging = new(StringComparer.OrdinalIgnoreCase)
    {
        "@odata.nextLink", "odata.nextLink", "nextLink", "nextPageLink", "continuationToken", "skipToken", "nextPageToken", "pageToken", "cursor", "nextCursor",
    };

    private static readonly DriftRule Renamed = RuleRegistry.Get("DRIFT304");
    private static readonly DriftRule Root = RuleRegistry.Get("DRIFT204");
    private static readonly DriftRule PagingChanged = RuleRegistry.Get("DRIFT205");
    private static readonly DriftRule CollectionKey = RuleRegistry.Get("DRIFT206");
    private static readonly DriftRule Moved = RuleRegistry.Get("DRIFT320");

    /// <summary>A member that says where the next page is, which a last page has no use for.</summary>
    public static bool IsPaging(string member) => Paging.Contains(member);

    public static IReadOnlyList<Difference> Settle(Place document, IReadOnlyList<Difference> found)
    {
        if (Envelope(document, found) is { } envelope)
        {
            return [envelope];
        }

        var left = new List<Difference>(found);
        var settled = new List<Difference>();
        ClaimMaps(left);
        ClaimPaging(left, settled);
        ClaimNames(left, settled);
        ClaimMoves(left, settled);
        return [.. settled, .. left];
    }

    // The old document inside a member of the new one, or the new one inside a member of the old.
    private static Difference? Envelope(Place document, IReadOnlyList<Difference> found)
    {
        if (document.Tonight is not { } tonight || document.Before.Present == 0)
        {
            return null;
        }

        // From the second night on the earlier nights hold the envelope too.
        HashSet<string> came = [.. found.Where(d => d.Rule.Id == "DRIFT303" && d.Parent == document).Select(d => d.Member)];
        Difference? root = found.FirstOrDefault(d => d.Rule == Root);
        Difference? wrapped = found.FirstOrDefault(d => d.Rule.Id == "DRIFT303" && d.Parent == document && Contains(d.Node, document.Before, came));
        if (wrapped is not null || (root is not null && tonight.Members.Any(m => Contains(m.Node, document.Before, came))))
        {
            return Enveloped(wrapped ?? root!, "the document", $"the document in an envelope of {tonight.Members.Count} members");
        }

        Difference? unwrapped = found.FirstOrDefault(d => d.Rule.Id == "DRIFT301" && d.Parent == document && Contains(d.Node, tonight));
        return unwrapped is not null || (root is not null && document.Before.Members.Any(m => Contains(m.Node, tonight)))
            ? Enveloped(unwrapped ?? root!, "the document in an envelope", "the document without it")
            : null;
    }

    private static bool Contains(ShapeNode? inner, ShapeNode document, IReadOnlySet<string>? without = null)
    {
        if (inner is null || inner.Present == 0 || !ShapeWords.Kinds(inner).SequenceEqual(ShapeWords.Kinds(document)))
        {
            return false;
        }

        bool isObject = document[Tally.Object] > 0;
        return isObject
            ? Shares(inner, document, without)
            : inner.Items is { } items && document.Items is { } old && ShapeWords.Kinds(items).SequenceEqual(ShapeWords.Kinds(old)) && ShapeLikeness.ShareMembers(items, old);
    }

    // By how often they came: rare members are rare inside the envelope too.
    private static bool Shares(ShapeNode inner, ShapeNode document, IReadOnlySet<string>? without)
    {
        ShapeMember[] usual = [.. document.Members.Where(m => without?.Contains(m.Name) != true)];
        return usual.Length > 0 && usual.Where(m => inner.FindMember(m.Name) is not null).Sum(m => m.Node.Occurrences) * 5 >= usual.Sum(m => m.Node.Occurrences) * 3;
    }

    private static Difference Enveloped(Difference edit, string before, string after) => edit with
    {
        Rule = Root,
        Kind = "envelope-changed",
        Pointer = "",
        Before = before,
        After = after,
        IsPlain = true,
        Gate = Posterior.Gate,
        Because = $"In {edit.Streak.Runs} earlier runs it was the other way.",
    };

    private static void ClaimPaging(List<Difference> left, List<Difference> settled)
    {
        Difference? gone = left.Find(d => d.Rule.Id == "DRIFT301" && IsPaging(d.Member));
        Difference? came = gone is null ? null : left.Find(d => d.Rule.Id == "DRIFT303" && IsPaging(d.Member) && d.Parent == gone.Parent);
        if (gone is not null && came is not null)
        {
            settled.Add(gone with { Rule = PagingChanged, Before = gone.Member, After = came.Member, IsPlain = true, Gate = Posterior.Gate, Because = "The next page is asked for in another way." });
            left.Remove(gone);
            left.Remove(came);
        }
    }

    private static void ClaimNames(List<Difference> left, List<Difference> settled)
    {
        foreach (Difference gone in left.Where(d => d.Rule.Id == "DRIFT301").ToArray())
        {
            Difference[] alike = [.. left.Where(d => d.Rule.Id == "DRIFT303" && IsCounterpart(gone, d))];
            Difference? came = Array.Find(alike, d => ShapeLikeness.AreNamesAlike(gone.Member, d.Member))
                ?? (alike.Length == 1 && left.Count(d => d.Rule.Id == "DRIFT301" && IsCounterpart(d, alike[0])) == 1 ? alike[0] : null);
            if (came is null)
            {
                continue;
            }

            bool isCollection = gone.Parent!.IsDocument && gone.Node![Tally.Array] > 0 && gone.Node.Items is { } items && items[Tally.Object] > 0;
            settled.Add(gone with
            {
                Rule = isCollection ? CollectionKey : Renamed,
                Before = gone.Member,
                After = came.Member,
                IsPlain = true,
                Gate = Posterior.Gate,
                Because = $"'{gone.Member}' came in {gone.Streak.Held} of {gone.Streak.Runs} runs; '{came.Member}' of the same shape comes now.",
            });
            left.Remove(gone);
            left.Remove(came);
        }
    }

    // One came when the other went, in the same object.
    private static bool IsCounterpart(Difference gone, Difference came) =>
        came.Parent == gone.Parent && came.Streak.Absences == gone.Streak.Absences && ShapeLikeness.AreAlike(gone.Node!, came.Node!);

    // Between a record and a map all members come or go at once.
    private static void ClaimMaps(List<Difference> left)
    {
        foreach (Place swapped in left.Where(d => d.Rule.Id == "DRIFT318").Select(d => d.Parent!).ToArray())
        {
            left.RemoveAll(d => d.Parent == swapped && (d.Rule.Id is "DRIFT301" or "DRIFT302" or "DRIFT303"));
        }
    }

    private static void ClaimMoves(List<Difference> left, List<Difference> settled)
    {
        foreach (Difference gone in left.Where(d => d.Rule.Id == "DRIFT301").ToArray())
        {
            if (left.Find(d => d.Rule.Id == "DRIFT303" && TargetOf(gone, d) is not null) is { } came)
            {
                settled.Add(gone with { Rule = Moved, Before = gone.Pointer, After = TargetOf(gone, came)!, IsPlain = true, Because = "The same member came in another place." });
                left.Remove(gone);
                left.Remove(came);
            }
        }
    }

    // To another object, or down into one that came with it.
    private static string? TargetOf(Difference gone, Difference came) =>
        came.Parent != gone.Parent && came.Member == gone.Member && ShapeLikeness.AreAlike(gone.Node!, came.Node!) ? came.Pointer
        : came.Node?.FindMember(gone.Member) is { } below && ShapeLikeness.AreAlike(gone.Node!, below) ? $"{came.Pointer}/{gone.Pointer[(gone.Pointer.LastIndexOf('/') + 1)..]}"
        : null;
}
