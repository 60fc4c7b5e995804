using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>Share of unchanged answers that a validator calls broken, at three degrees of strictness: what its recall costs.</summary>
internal sealed record ContractAlarms(double AsWritten, double Closed, double AllRequired)
{
    public static ContractAlarms Of(IReadOnlyList<SeededEndpoint> endpoints)
    {
        byte[][] answers = [.. endpoints.Select(e => e.Bytes(e.Law, 0))];
        double Share(Func<SeededEndpoint, byte[], int> broken) => OperatorScore.Rate(endpoints.Zip(answers).Count(p => broken(p.First, p.Second) > 0), endpoints.Count);
        return new ContractAlarms(
            Share((e, answer) => ContractEye.AsWritten(e.Operation, e.Law, answer)),
            Share((e, answer) => ContractEye.Closed(e.Operation, e.Law, answer)),
            Share((e, answer) => ContractEye.AllRequired(e.Operation, e.Law, answer)));
    }
}
