namespace Harness.Contracts;

/// <summary>Where in a contract something was declared, so that reports can point at the line.</summary>
/// <param name="File">Path relative to the contract folder it came from, with forward slashes.</param>
/// <param name="Line">1-based; 0 when unknown.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
