namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>A secret in its place: which entry it is in, and what to call it in a report.</summary>
internal sealed record Plant(int Entry, string Kind, string Position, Secret Secret)
{
    public override string ToString() => $"{Kind} in {Position} (entry {Entry})";
}
