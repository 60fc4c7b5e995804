using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Drift.Comparison;
using Harness.Drift.Inference;

namespace Harness.Drift.Learning;

/// <summary>Holds recorded answers against a contract that says what they look like.</summary>
internal static class RecordingCheck
{
    private const string MemberAdded = "DRIFT303";

    // All elements of a list may be wrong in one way, and a second way should still be seen.
    private static readonly ValidationOptions Patient = ValidationOptions.Answer with { MaxViolations = 1000 };

    public static IEnumerable<RecordedFinding> Contradictions(Operation operation, Schema schema, IReadOnlyCollection<RecordedAnswer> answers) =>
        Grouped(operation, answers, a => SchemaValidator.Validate(schema, a.Body, Patient).Select(v => (ShapePointer.Widen(ShapeReader.Read(a.Body.Span).Root, v.Pointer), v.What)));

    public static IEnumerable<RecordedFinding> Unnamed(Operation operation, Schema schema, IReadOnlyCollection<RecordedAnswer> answers) =>
        Grouped(operation, answers, a => ContractCheck.Differences(schema, ShapeReader.Read(a.Body.Span).Root, countsEmpty: false).Where(d => d.Rule.Id == MemberAdded).Select(d => (d.Pointer, d.After)));

    private static IEnumerable<RecordedFinding> Grouped(
        Operation operation, IReadOnlyCollection<RecordedAnswer> answers, Func<RecordedAnswer, IEnumerable<(string Pointer, string What)>> look) => answers
        .SelectMany(a => look(a).Distinct().Select(f => (f.Pointer, f.What, Answer: a)))
        .GroupBy(f => (f.Pointer, f.What))
        .Select(g => new RecordedFinding(operation, g.Key.Pointer, g.Key.What, g.Count(), g.First().Answer.Recording))
        .OrderBy(f => f.Pointer, StringComparer.Ordinal)
        .ThenBy(f => f.What, StringComparer.Ordinal);
}
