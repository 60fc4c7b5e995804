using System.Text.Json;
using Harness.Tests.Drift.Mutations.Scoring;

namespace Harness.Benchmarks.Drift;

/// <summary>The figures for a machine.</summary>
internal static class MutationJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Of(MutationScore score, int seed) => JsonSerializer.Serialize(
        new
        {
            seed,
            score.Endpoints,
            score.StructuralRecall,
            score.StructuralMacroRecall,
            score.StructuralRecallOfAll,
            score.GatePrecision,
            score.Recall,
            score.WarmUpFalseGates,
            contractOnly = new { score.AsWritten, score.Closed, score.AllRequired, score.CleanAlarms },
            operators = score.Operators.Select(o => new
            {
                o.Operator.Name,
                o.Operator.IsStructural,
                o.Operator.Rules,
                o.Mutants,
                o.Thin,
                o.Found,
                o.Missed,
                o.FalseGates,
                o.Echoes,
                foundBy = Enumerable.Range(1, MutantTrial.EnoughAfter).Select(o.FoundBy),
                o.Recall,
                o.Precision,
            }),
        },
        Indented);
}
