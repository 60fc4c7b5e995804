namespace Harness.Contracts;

/// <summary>Something the person who started a command or server can put right: a taken port, a missing folder, an unknown name.</summary>
/// <param name="what">What is wrong, without a final period.</param>
/// <param name="fix">What to do, an imperative without a final period.</param>
/// <remarks>Texts of the framework, which <paramref name="what"/> may end with, have a period of their own.</remarks>
public sealed class HarnessException(string what, string fix) : Exception($"{what.TrimEnd('.')}. {fix.TrimEnd('.')}.")
{
    public string What { get; } = what.TrimEnd('.');

    public string Fix { get; } = fix.TrimEnd('.');
}
