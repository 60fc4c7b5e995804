using Harness.Drift.Probing;

namespace Harness.Tests.Support;

/// <summary>Does something once, after so many observations.</summary>
internal sealed class ExpiringProgress(Func<Task> act, int after) : IProbeProgress
{
    private int _count;
    private int _renewals;

    public int Renewals => _renewals;

    public void Planned(int probes)
    {
    }

    public void Probed(Observation observation)
    {
        if (Interlocked.Increment(ref _count) == after)
        {
            act().GetAwaiter().GetResult();
        }
    }

    public void Renewed(string family) => Interlocked.Increment(ref _renewals);
}
