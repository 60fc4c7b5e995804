using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Confusion;

/// <summary>Something that keeps endpoints from answering, and what a run has to call it.</summary>
/// <param name="Named">Rules that are the right name for it: one of them is told, and no other.</param>
internal sealed record Cause(string Name, params string[] Named)
{
    /// <summary>Night on which it turns the run red; 0 for what is no drift on any night.</summary>
    public int GatesOn { get; init; }

    public int Nights { get; init; } = 3;

    /// <summary>The portal lacks the endpoint, rather than being told to say so.</summary>
    public bool IsServedWithout { get; init; }

    /// <summary>Environment that may be told besides the drift.</summary>
    public string[] Beside { get; init; } = [];

    /// <summary>Makes it happen on a night, counted from 1; false where the family has nothing to make it happen with.</summary>
    public Func<ConfusionBench, int, Task<bool>> Strike { get; init; } = static (_, _) => Task.FromResult(true);

    /// <summary>Makes it happen during a run.</summary>
    public Func<ConfusionBench, int, IProbeProgress?> During { get; init; } = static (_, _) => null;

    public override string ToString() => Name;
}
