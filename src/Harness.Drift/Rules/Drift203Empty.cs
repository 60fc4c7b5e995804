using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Inference;

namespace Harness.Drift.Rules;

/// <summary>Nothing came where there used to be data.</summary>
public sealed class Drift203Empty() : AnswerRule(
    "DRIFT203",
    "Empty where there was data",
    "empty",
    Severity.Warn,
    mayGate: false,
    "No body, null, or an empty list where almost every earlier run had data. An empty list proves nothing about "
    + "the shape of its elements, so it is a warning at most, after several runs.")
{
    private const int EnoughRuns = 14;
    private const int EnoughAbsences = 3;

    public override IEnumerable<Difference> Check(EndpointNight night)
    {
        if (night.Since(r => r.Successes == 0 ? null : HasDocument(r)) is { } streak)
        {
            return streak.Chance < Posterior.Mention ? [ToDifference("", streak)] : [];
        }

        return night.Tonight.Body is { } body ? Lists(body.Root).Select(name => Emptied(night, name)).OfType<Difference>() : [];
    }

    // An object without members says no more than no body at all.
    private static bool HasDocument(Baselines.EndpointRun run) =>
        run.Body is { } body ? body.Root.Present > body.Root[Tally.Object] || body.Root.Members.Count > 0 || body.Root.MapValues is not null : run.BodyKinds.Keys.Any(k => k is not (nameof(Probing.BodyKind.None) or nameof(Probing.BodyKind.Json)));

    private Difference? Emptied(EndpointNight night, string name) =>
        night.Since(r => r.Body is { } body && List(body.Root, name) is { } list && list[Tally.Array] > 0 ? list.Items is not null : null) is { } streak
        && streak.Runs >= EnoughRuns && streak.Held * 20 >= streak.Runs * 19 && streak.Absences >= EnoughAbsences
            ? ToDifference(name.Length == 0 ? "" : "/" + Place.Escape(name), streak)
            : null;

    // The document itself, under the empty name, and its members: further down an empty list is nothing to speak of.
    private static IEnumerable<string> Lists(ShapeNode root) =>
        root[Tally.Array] > 0 ? [""] : root.Members.Where(m => m.Node[Tally.Array] > 0 && m.Node.Items is null).Select(m => m.Name);

    private static ShapeNode? List(ShapeNode root, string name) => name.Length == 0 ? root : root.FindMember(name);

    private Difference ToDifference(string pointer, Streak streak) => new(
        this, pointer, streak, ContractOpinion.Silent, "data", "nothing", $"It had data in {streak.Held} of {streak.Runs} runs and has been empty for {streak.Absences}.");
}
