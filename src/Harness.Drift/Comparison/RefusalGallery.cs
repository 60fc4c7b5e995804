using System.Text;
using Harness.Contracts.Families;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>What a family's refusals look like on the wire, so that an answer can be recognized as one of them.</summary>
internal sealed class RefusalGallery
{
    private readonly Family _family;
    private readonly List<(Refusal Refusal, ShapeNode? Shape)> _refusals;
    private readonly ILookup<string, string> _standsFor;

    public RefusalGallery(Family family)
    {
        _family = family;
        _refusals = [.. family.Refusals.Values.Select(r => (r, ShapeReader.TryRead(Encoding.UTF8.GetBytes(r.Body))?.Root))];
        _standsFor = family.Quirks.Where(q => q is { Kind: "refusal-by-path", Refusal: not null })
            .SelectMany(q => q.Lists.GetValueOrDefault("insteadOf", q.Settings.TryGetValue("insteadOf", out string? one) ? [one] : []).Select(usual => (Own: q.Refusal!, Usual: usual)))
            .ToLookup(s => s.Own, s => s.Usual, StringComparer.Ordinal);
    }

    /// <summary>Unclear as well when several refusals of different meaning look the same.</summary>
    public RefusalLook Recognize(int status, Shape? body, long bytes)
    {
        RefusalLook[] looks =
        [
            .. _refusals.Where(r => r.Refusal.Status == status && LooksLike(r.Refusal, r.Shape, body?.Root, bytes)).SelectMany(r => LooksOf(r.Refusal)).Distinct(),
        ];
        return looks is [var only] ? only : RefusalLook.Unclear;
    }

    /// <summary>The portal's way of saying, inside an answer that looks like a success, that the license is missing.</summary>
    public bool IsUnlicensedData(int status, Shape? body) =>
        body is not null && _refusals.Any(r => r.Refusal.Status == status && r.Shape is not null && LookOf(r.Refusal.Name) == RefusalLook.License && IsSame(r.Shape, body.Root));

    // A backend with words of its own says in them what the family says otherwise.
    private IEnumerable<RefusalLook> LooksOf(Refusal refusal) =>
        _standsFor[refusal.Name].Any() ? _standsFor[refusal.Name].Select(LookOf) : [LookOf(refusal.Name)];

    private RefusalLook LookOf(string refusal) =>
        refusal == _family.UnknownPath ? RefusalLook.UnknownPath
        : refusal == _family.UnknownObject ? RefusalLook.UnknownObject
        : _family.Licenses.Any(l => l.Refusal == refusal) ? RefusalLook.License
        : refusal == _family.InvalidCall || refusal == _family.WrongMethod ? RefusalLook.Unclear
        : RefusalLook.OtherContext;

    private static bool LooksLike(Refusal refusal, ShapeNode? pattern, ShapeNode? answer, long bytes) =>
        pattern is null || answer is null
            ? pattern is null && answer is null && (refusal.Body.Length == 0) == (bytes == 0)
            : IsAlike(pattern, answer);

    private static bool SaysTheSame(ShapeNode pattern, ShapeNode answer) => !pattern.Literals.IsOpen || pattern.Literals.All.Count == 0
        || (answer.Literals.IsOpen && pattern.Literals.All.All(l => answer.Literals.Contains(l.Text)));

    private static bool IsAlike(ShapeNode pattern, ShapeNode answer) =>
        SaysTheSame(pattern, answer)
        && pattern.Members.Count == answer.Members.Count
        && pattern.Members.All(m => answer.FindMember(m.Name) is { } same && IsAlike(m.Node, same));

    // Stricter than for what the status already says: data has the same members, and other values in them. Observed: a feature that is off has the members of one that is on.
    private static bool IsSame(ShapeNode pattern, ShapeNode answer) =>
        SaysTheSame(pattern, answer)
        && ShapeWords.Kinds(pattern).SequenceEqual(ShapeWords.Kinds(answer))
        && (pattern[Tally.Null] > 0) == (answer[Tally.Null] > 0)
        && pattern.Members.Count == answer.Members.Count
        && pattern.Members.All(m => answer.FindMember(m.Name) is { } same && IsSame(m.Node, same));
}
