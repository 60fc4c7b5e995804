namespace Harness.Contracts;

/// <summary>Something the person who started a command or server can put right: a taken port, a missing folder, an unknown name.</summary>
/// <param name="what">What is wrong, without a final period.</param>
/// <param name="fix">What to do, an imperative without a final period.</param>
public sealed class HarnessException(string what, string fix) : Exception($"{what}. {fix}.")
{
    public string What { get; } = what;

    public string Fix { get; } = fix;
}
