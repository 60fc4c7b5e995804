namespace Harness.Drift.Guard;

/// <summary>A safety rail holds: nothing was sent, and the process ends with the exit code of a refusal.</summary>
/// <param name="what">What was refused, without a final period; never a value that came from an answer or a credential.</param>
/// <param name="fix">What a person can do, an imperative without a final period.</param>
public sealed class GuardRefusalException(string what, string fix) : Exception($"{what}. {fix}.")
{
    public string What { get; } = what;

    public string Fix { get; } = fix;
}
