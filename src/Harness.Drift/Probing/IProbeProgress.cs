namespace Harness.Drift.Probing;

/// <summary>Told how a run gets on, for a progress bar; called from many threads.</summary>
public interface IProbeProgress
{
    /// <param name="probes">Operations that will be asked or were found in the journal.</param>
    void Planned(int probes);

    void Probed(Observation observation);

    /// <summary>The session of a family was not good any more, and a new one was got.</summary>
    void Renewed(string family);
}
