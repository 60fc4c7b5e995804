namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>How well all operators' mutants were found, and how well a validator that only knows the contract would have done.</summary>
internal sealed record MutationScore(IReadOnlyList<OperatorScore> Operators, int Endpoints, int WarmUpFalseGates, ContractAlarms CleanAlarms)
{
    public IEnumerable<OperatorScore> Structural => Operators.Where(o => o.Operator.IsStructural);

    public IEnumerable<MutantResult> All => Operators.SelectMany(o => o.Fair);

    public double StructuralRecall => OperatorScore.Rate(Structural.Sum(o => o.Found), Structural.Sum(o => o.Mutants));

    public double StructuralRecallBy(int nights) => OperatorScore.Rate(Structural.Sum(o => o.FoundBy(nights)), Structural.Sum(o => o.Mutants));

    /// <summary>Every operator counts the same, however many places it found to change.</summary>
    public double StructuralMacroRecall => Structural.Where(o => o.Mutants > 0).Average(o => o.Recall);

    public double StructuralRecallOfAll => OperatorScore.Rate(Structural.Sum(o => o.FoundOfAll), Structural.Sum(o => o.Results.Count));

    public double Recall => OperatorScore.Rate(Operators.Sum(o => o.Found), Operators.Sum(o => o.Mutants));

    public double GatePrecision => OperatorScore.Rate(Operators.Sum(o => o.TrueGates), Operators.Sum(o => o.TrueGates + o.FalseGates));

    public double AsWritten => Share(r => r.SeenAsWritten);

    public double Closed => Share(r => r.SeenClosed);

    public double AllRequired => Share(r => r.SeenAllRequired);

    private double Share(Func<MutantResult, bool> isSeen) => OperatorScore.Rate(All.Count(isSeen), All.Count());
}
