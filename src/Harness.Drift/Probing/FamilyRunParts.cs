using Harness.Drift.Credentials;
using Harness.Drift.Harvest;

namespace Harness.Drift.Probing;

/// <summary>What the families of one run share, and what was known of one of them before.</summary>
internal sealed record FamilyRunParts(ProbeSender Sender, ITargetCredentials Credentials, ObjectKeys Keys, int Samples, int Workers)
{
    public ProbeJournal? Journal { get; init; }

    public IProbeProgress? Progress { get; init; }

    /// <summary>Observations that the journal holds.</summary>
    public IReadOnlyList<Observation> Known { get; init; } = [];

    public IReadOnlySet<(string Probe, int Sample)> Done { get; init; } = new HashSet<(string, int)>();

    public CallFiller FillerFor(HarvestStore store) => new(store, Keys, Samples);
}
