namespace Harness.Contracts;

/// <summary>One mistake in a file a person wrote: where it is, what is wrong and what to do about it.</summary>
/// <param name="Path">The file as the person named it, relative where they gave a relative one.</param>
/// <param name="Line">1-based; 0 when the file as a whole is meant.</param>
/// <param name="Column">1-based; 0 when unknown.</param>
/// <param name="What">What is wrong, without a final period.</param>
/// <param name="Fix">What to do, an imperative without a final period.</param>
public sealed record ContractProblem(string Path, int Line, int Column, string What, string Fix)
{
    public override string ToString() => Line == 0 ? $"{Path}: {What}. {Fix}." : $"{Path}:{Line}:{Column}: {What}. {Fix}.";
}
