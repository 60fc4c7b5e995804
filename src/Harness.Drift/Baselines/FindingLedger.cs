using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Drift.Baselines;

/// <summary>The findings that are open on a target, which tells news from what is known and notices what went away.</summary>
/// <param name="Entries">By fingerprint.</param>
public sealed record FindingLedger(IReadOnlyList<LedgerEntry> Entries)
{
    public static readonly FindingLedger Empty = new([]);

    /// <summary>The same findings, each with what it is to the reader; only what nobody has dealt with gates.</summary>
    /// <param name="runId">Entries that this very run has opened before it was stopped are news still.</param>
    public IReadOnlyList<Finding> Judge(IEnumerable<Finding> findings, IReadOnlyList<Suppression> suppressions, string runId)
    {
        Dictionary<string, LedgerEntry> open = Entries.ToDictionary(e => e.Fingerprint, StringComparer.Ordinal);
        return
        [
            .. findings.Select(f => State(f, open.GetValueOrDefault(f.Fingerprint), suppressions, runId) is var state && state is FindingState.Accepted or FindingState.Suppressed
                ? f with { State = state, Gates = false }
                : f with { State = state }),
        ];
    }

    /// <summary>What is open no longer: tonight could judge the operation and did not see it again.</summary>
    public IReadOnlyList<ResolvedFinding> Resolved(IEnumerable<Finding> tonight, IReadOnlySet<string> judgedOperations)
    {
        var seen = tonight.Select(f => f.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Entries.Where(e => !seen.Contains(e.Fingerprint) && judgedOperations.Contains(e.Operation))
                .Select(e => new ResolvedFinding(e.Fingerprint, e.Rule, e.Family, e.Method, e.Path, e.Pointer)),
        ];
    }

    /// <summary>The ledger after tonight. An acceptance ends with its finding, so that the same change is news when it comes back.</summary>
    public FindingLedger After(IEnumerable<Finding> tonight, IReadOnlyList<ResolvedFinding> resolved, string runId)
    {
        var gone = resolved.Select(r => r.Fingerprint).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, LedgerEntry> kept = Entries.Where(e => !gone.Contains(e.Fingerprint)).ToDictionary(e => e.Fingerprint, StringComparer.Ordinal);
        foreach (Finding finding in tonight)
        {
            kept.TryAdd(finding.Fingerprint, new LedgerEntry
            {
                Fingerprint = finding.Fingerprint,
                Rule = finding.Rule,
                Family = finding.Family,
                Method = finding.Method,
                Path = finding.Path,
                Pointer = finding.Pointer,
                Since = runId,
            });
        }

        return Of(kept.Values);
    }

    /// <summary>Takes findings as the new normal.</summary>
    public FindingLedger Accept(IReadOnlySet<string> fingerprints, DateTimeOffset at) =>
        Of(Entries.Select(e => fingerprints.Contains(e.Fingerprint) ? e with { AcceptedAt = e.AcceptedAt ?? at } : e));

    private static FindingState State(Finding finding, LedgerEntry? known, IReadOnlyList<Suppression> suppressions, string runId) =>
        suppressions.Any(s => s.Covers(finding)) ? FindingState.Suppressed
        : known?.AcceptedAt is not null ? FindingState.Accepted
        : known is not null && known.Since != runId ? FindingState.Known
        : FindingState.New;

    // In the order of the contract's places, so that a night's change is a few lines beside each other.
    private static FindingLedger Of(IEnumerable<LedgerEntry> entries) => new(
    [
        .. entries.OrderBy(e => e.Family, StringComparer.Ordinal).ThenBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal)
            .ThenBy(e => e.Pointer, StringComparer.Ordinal).ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal),
    ]);
}
