namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>How well one operator's mutants were found.</summary>
/// <param name="Results">Of all mutants whose place came at all, before and after.</param>
internal sealed record OperatorScore(MutationOperator Operator, IReadOnlyList<MutantResult> Results)
{
    public IEnumerable<MutantResult> Fair => Results.Where(r => !r.IsThin);

    public int Mutants => Fair.Count();

    public int Thin => Results.Count - Mutants;

    /// <summary>Of a structural operator only what turns the run red counts as found.</summary>
    public int Found => Fair.Count(IsFound);

    public int Missed => Mutants - Found;

    public int FoundOfAll => Results.Count(IsFound);

    public int TrueGates => Results.Count(r => r.IsGated);

    public int FalseGates => Results.Sum(r => r.FalseGates.Count);

    public int Echoes => Results.Count(r => r.Echoes.Count > 0);

    public double Recall => Rate(Found, Mutants);

    public double Precision => Rate(TrueGates, TrueGates + FalseGates);

    public static double Rate(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    /// <summary>Found by that many nights which showed the change.</summary>
    public int FoundBy(int nights) => Fair.Count(r => IsFound(r) && r.Nights <= nights);

    private bool IsFound(MutantResult result) => Operator.IsStructural ? result.IsGated : result.IsNamed;
}
