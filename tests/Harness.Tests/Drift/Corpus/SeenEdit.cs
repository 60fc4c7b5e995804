namespace Harness.Tests.Drift.Corpus;

/// <summary>One difference as a run tells it: the path as the contract's document spells it, and the pointer into the instance.</summary>
internal sealed record SeenEdit(string Path, string Kind, string Pointer, int? Status)
{
    public override string ToString() => $"{Kind} GET {Path} {Pointer}".TrimEnd();

    public bool Equals(SeenEdit? other) => other is not null && other.ToString() == ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
