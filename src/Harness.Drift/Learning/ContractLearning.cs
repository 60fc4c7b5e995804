using Harness.Contracts;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Drift.Learning;

/// <summary>Holds recordings against the contracts: learns what the contracts leave open, and says where they are wrong.</summary>
public sealed class ContractLearning
{
    private readonly List<LearnedAnswer> _learned = [];
    private readonly List<RecordedFinding> _contradictions = [];
    private readonly List<RecordedFinding> _unnamed = [];
    private readonly List<string> _empty = [];

    private ContractLearning()
    {
    }

    public static LearningOutcome Learn(CompiledContracts contracts, IReadOnlyCollection<RecordedAnswer> answers)
    {
        var learning = new ContractLearning();
        var index = new OperationIndex(contracts.Operations);
        (RecordedAnswer Answer, Operation? Operation)[] found = [.. answers.Select(a => (a, index.Find(a.From)))];
        foreach (var same in found.Where(f => f.Operation is not null).GroupBy(f => (f.Operation!, f.Answer.Status, f.Answer.MediaType)).OrderBy(g => g.Key.Item1.ToString(), StringComparer.Ordinal).ThenBy(g => g.Key.Status))
        {
            learning.Judge(same.Key.Item1, same.Key.Status, same.Key.MediaType, [.. same.Select(s => s.Answer)]);
        }

        return new LearningOutcome
        {
            Answers = answers.Count,
            Learned = learning._learned,
            Contradictions = learning._contradictions,
            Unnamed = learning._unnamed,
            TooEmpty = learning._empty,
            Unknown = [.. found.Where(f => f.Operation is null).Select(f => $"{f.Answer.From.Family} {f.Answer.From.Operation}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private void Judge(Operation operation, int status, string mediaType, RecordedAnswer[] answers)
    {
        if (Declared(operation, status) is { } schema && TypedLeaves.Any(schema))
        {
            _contradictions.AddRange(RecordingCheck.Contradictions(operation, schema, answers));
            _unnamed.AddRange(RecordingCheck.Unnamed(operation, schema, answers));
        }
        else if (SchemaLearner.Learn([.. answers.Select(a => a.Body)]) is { SaysSomething: true } learned)
        {
            DateOnly[] days = [.. answers.Select(a => DateOnly.FromDateTime(a.From.RecordedAt.UtcDateTime))];
            _learned.Add(new LearnedAnswer(operation, status, mediaType, learned, answers.Length, days.Min(), days.Max()));
        }
        else
        {
            _empty.Add(operation.ToString());
        }
    }

    private static Schema? Declared(Operation operation, int status) =>
        (operation.Responses.FirstOrDefault(r => !r.IsDefault && r.Status == status) ?? operation.Responses.FirstOrDefault(r => r.IsDefault))?
            .Content.FirstOrDefault(c => c.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase))?.Schema;
}
