using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>Tries every operator on every endpoint.</summary>
internal static class MutationRun
{
    public static MutationScore Score(IReadOnlyList<SeededEndpoint> endpoints, IReadOnlyList<MutationOperator> operators, Action<int>? progress = null)
    {
        Dictionary<MutationOperator, List<MutantResult>> results = operators.ToDictionary(o => o, _ => new List<MutantResult>());
        int falseGates = 0;
        for (int i = 0; i < endpoints.Count; i++)
        {
            EndpointNights warm = EndpointNights.Warm(endpoints[i]);
            falseGates += warm.FalseGates;
            foreach (MutationOperator mutation in operators)
            {
                if (mutation.Apply(endpoints[i].Law, endpoints[i].Dice.At(mutation.Name)) is { } mutant
                    && MutantTrial.Run(warm, mutation, mutant) is { ShownBefore: > 0, ShownAfter: > 0 } result)
                {
                    results[mutation].Add(result);
                }
            }

            progress?.Invoke(i + 1);
        }

        return new MutationScore([.. operators.Select(o => new OperatorScore(o, results[o]))], endpoints.Count, falseGates, ContractAlarms.Of(endpoints));
    }
}
