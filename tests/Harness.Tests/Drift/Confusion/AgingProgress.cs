using Harness.Drift.Probing;

namespace Harness.Tests.Drift.Confusion;

/// <summary>Lets time pass after every answer, so that no session lives for two of them.</summary>
internal sealed class AgingProgress(Func<Task> age) : IProbeProgress
{
    public void Planned(int probes)
    {
    }

    public void Probed(Observation observation) => age().GetAwaiter().GetResult();

    public void Renewed(string family)
    {
    }
}
