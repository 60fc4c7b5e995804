using System.Text;
using Harness.Contracts.Families;
using Harness.Drift.Inference;

namespace Harness.Drift.Comparison;

/// <summary>What a family's refusals look like on the wire, so that an answer can be recognized as one of them.</summary>
internal sealed class RefusalGallery
{
    private readonly Family _family;
    private readonly List<(Refusal Refusal, ShapeNode? Shape)> _refusals;

    public RefusalGallery(Family family)
    {
        _family = family;
        _refusals = [.. family.Refusals.Values.Select(r => (r, ShapeReader.TryRead(Encoding.UTF8.GetBytes(r.Body))?.Root))];
    }

    /// <summary>Unclear as well when several refusals of different meaning look the same.</summary>
    public RefusalLook Recognize(int status, Shape? body, long bytes)
    {
        RefusalLook[] looks =
        [
            .. _refusals.Where(r => r.Refusal.Status == status && LooksLike(r.Refusal, r.Shape, body?.Root, bytes)).Select(r => LookOf(r.Refusal)).Distinct(),
        ];
        return looks is [var only] ? only : RefusalLook.Unclear;
    }

    private RefusalLook LookOf(Refusal refusal) =>
        refusal.Name == _family.UnknownPath ? RefusalLook.UnknownPath
        : refusal.Name == _family.UnknownObject ? RefusalLook.UnknownObject
        : _family.Licenses.Any(l => l.Refusal == refusal.Name) ? RefusalLook.License
        : refusal.Name == _family.InvalidCall || refusal.Name == _family.WrongMethod ? RefusalLook.Unclear
        : RefusalLook.OtherContext;

    private static bool LooksLike(Refusal refusal, ShapeNode? pattern, ShapeNode? answer, long bytes) =>
        pattern is null || answer is null
            ? pattern is null && answer is null && (refusal.Body.Length == 0) == (bytes == 0)
            : IsAlike(pattern, answer);

    private static bool IsAlike(ShapeNode pattern, ShapeNode answer)
    {
        bool sameWords = !pattern.Literals.IsOpen || pattern.Literals.All.Count == 0
            || (answer.Literals.IsOpen && pattern.Literals.All.All(l => answer.Literals.Contains(l.Text)));
        return sameWords
            && pattern.Members.Count == answer.Members.Count
            && pattern.Members.All(m => answer.FindMember(m.Name) is { } same && IsAlike(m.Node, same));
    }
}
