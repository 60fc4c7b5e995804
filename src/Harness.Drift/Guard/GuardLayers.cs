namespace Harness.Drift.Guard;

/// <summary>Which layers of the guard stand. Only tests take one away, to see that the others hold without it.</summary>
internal sealed record GuardLayers(bool Handlers = true, bool Bytes = true)
{
    public static readonly GuardLayers All = new();
}
