using Harness.Drift.Findings;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>Lets an endpoint answer as a mutant night after night, until the changed place would have come five times.</summary>
internal static class MutantTrial
{
    public const int EnoughBefore = 12;
    public const int EnoughAfter = 5;
    private const int MostNights = 9;

    public static MutantResult Run(EndpointNights warm, MutationOperator mutation, Mutant mutant)
    {
        EndpointNights nights = warm.Fork();
        SeededEndpoint endpoint = warm.Endpoint;
        var gates = new Dictionary<string, Finding>(StringComparer.Ordinal);
        int shown = 0;
        int named = 0;
        int gated = 0;
        IReadOnlyList<Finding> last = [];
        for (int night = 1; night <= MostNights && shown < EnoughAfter; night++)
        {
            shown += IsShown(endpoint, mutant, nights.Night) ? 1 : 0;
            last = nights.Next(endpoint.Answers(mutant.After, nights.Night));
            named = named == 0 && last.Any(f => IsExpected(f, mutation, mutant)) ? shown : named;
            gated = gated == 0 && last.Any(f => f.Gates && IsExpected(f, mutation, mutant)) ? shown : gated;
            foreach (Finding finding in last.Where(f => f.Gates && !IsExpected(f, mutation, mutant)))
            {
                gates[finding.Fingerprint] = finding;
            }
        }

        return Seen(warm, mutant) with
        {
            Operator = mutation.Name,
            ShownBefore = warm.Known.Runs.Count(r => mutant.ShownAt.Length == 0 || ShownPlaces.Shows(r.Body, mutant.ShownAt)),
            ShownAfter = shown,
            IsNamed = named > 0,
            IsGated = gated > 0,
            Nights = mutation.IsStructural ? gated : named,
            FalseGates = [.. gates.Values],
            Echoes = [.. last.Where(f => f.Severity > Severity.Info && !IsExpected(f, mutation, mutant))],
        };
    }

    private static bool IsExpected(Finding finding, MutationOperator mutation, Mutant mutant) =>
        finding.Pointer == mutant.Pointer && mutation.Rules.Contains(finding.Rule);

    private static bool IsShown(SeededEndpoint endpoint, Mutant mutant, int night) =>
        mutant.After with { Body = endpoint.Law.Body } != endpoint.Law || endpoint.Differs(mutant.After, night);

    // Held against the same night without the mutation: what the validator says of both is none of the mutation's doing, and any other count is a find.
    private static MutantResult Seen(EndpointNights warm, Mutant mutant)
    {
        SeededEndpoint endpoint = warm.Endpoint;
        int night = Enumerable.Range(warm.Night, MostNights).FirstOrDefault(n => IsShown(endpoint, mutant, n), warm.Night);
        byte[] clean = endpoint.Bytes(endpoint.Law, night);
        byte[] changed = endpoint.Bytes(mutant.After, night);
        return new MutantResult("", endpoint.Operation.ToString(), mutant.Pointer)
        {
            SeenAsWritten = ContractEye.AsWritten(endpoint.Operation, mutant.After, changed) != ContractEye.AsWritten(endpoint.Operation, endpoint.Law, clean),
            SeenClosed = ContractEye.Closed(endpoint.Operation, mutant.After, changed) != ContractEye.Closed(endpoint.Operation, endpoint.Law, clean),
            SeenAllRequired = ContractEye.AllRequired(endpoint.Operation, mutant.After, changed) != ContractEye.AllRequired(endpoint.Operation, endpoint.Law, clean),
        };
    }
}
