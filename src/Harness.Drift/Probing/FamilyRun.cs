using Harness.Contracts.Families;
using Harness.Drift.Harvest;
using Harness.Drift.Planning;

namespace Harness.Drift.Probing;

/// <summary>Probes one family: canaries, then wave after wave, each filled with the ids of the one before, then canaries again.</summary>
internal sealed class FamilyRun(Family family, IReadOnlyList<PlannedProbe> probes, FamilyRunParts parts)
{
    /// <summary>So many answers in a row that look signed out, and the canaries are asked before anything else is.</summary>
    private const int LongestStreak = 5;

    private readonly SessionSigns _signs = new(family);
    private readonly HarvestStore _store = new(probes);
    private readonly Lock _lock = new();
    private readonly List<Observation> _seen = [];
    private readonly HashSet<(string Probe, int Sample)> _kept = [];
    private readonly PlannedProbe[] _canaries = [.. probes.Where(p => p.Stage == ProbeStage.Canary)];
    private bool _mayRenew = true;
    private bool _isVoid;
    private bool _ignoresStreaks;
    private int _streak;

    /// <summary>All observations of the family, their session judged.</summary>
    public async Task<IReadOnlyList<Observation>> Run(CancellationToken cancelled)
    {
        bool? before = await CheckSession(cancelled);
        foreach (IGrouping<int, PlannedProbe> wave in probes.Where(IsDue).GroupBy(p => p.Depth).OrderBy(g => g.Key))
        {
            await RunWave([.. wave.SelectMany(Expand)], cancelled);
        }

        bool? after = _isVoid ? before : await CheckSession(cancelled);
        SessionHealth health = (before, after) switch
        {
            (null, _) or (_, null) => SessionHealth.Unknown,
            (true, true) when !_isVoid => SessionHealth.Healthy,
            _ => SessionHealth.Unhealthy,
        };
        return InOrder(health);
    }

    // Several workers ask at once; what comes out must not depend on which of them was faster.
    private Observation[] InOrder(SessionHealth health)
    {
        Dictionary<string, int> places = probes.Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        return [.. parts.Known.Concat(_seen).OrderBy(o => places.GetValueOrDefault(o.Operation, int.MaxValue)).ThenBy(o => o.Sample).Select(o => o with { Session = health })];
    }

    // What is in the journal is asked again only for ids that others still wait for.
    private bool IsDue(PlannedProbe probe) => !parts.Done.Contains((probe.Key, 0)) || (_store.IsWanted(probe.Key) && probes.Any(p => Waits(p, probe.Key)));

    private bool Waits(PlannedProbe probe, string source) => !parts.Done.Contains((probe.Key, 0)) && probe.Values.Any(v => v.Source?.Probe == source);

    private IEnumerable<FilledCall> Expand(PlannedProbe probe)
    {
        IReadOnlyList<FilledCall> calls = _isVoid ? [] : parts.FillerFor(_store).Fill(probe);
        if (calls.Count == 0)
        {
            Keep(probe, parts.Sender.NotSent(probe, _isVoid ? SkipReasons.NoSession : SkipReasons.NoParameterValue));
        }

        return calls;
    }

    private async Task RunWave(FilledCall[] calls, CancellationToken cancelled)
    {
        var results = new Observation?[calls.Length];
        _ignoresStreaks = false;
        await AskAll(calls, results, cancelled);
        while (Array.Exists(results, r => r is null) || (!_ignoresStreaks && Array.Exists(results, r => _signs.LookSignedOut(r!))))
        {
            bool? isGood = await CheckSession(cancelled);
            if (isGood is false)
            {
                _isVoid = true;
                Fill(results, calls);
                break;
            }

            if (isGood is null)
            {
                TryRenew();
            }

            // The session is good, or a new one is: what looked signed out is asked once more, and then it is what the portal says.
            Array.ForEach(Enumerable.Range(0, calls.Length).Where(i => results[i] is { } r && _signs.LookSignedOut(r)).ToArray(), i => results[i] = null);
            _ignoresStreaks = true;
            await AskAll(calls, results, cancelled);
        }

        for (int i = 0; i < calls.Length; i++)
        {
            Keep(calls[i].Probe, results[i]!);
        }
    }

    private void Fill(Observation?[] results, FilledCall[] calls)
    {
        for (int i = 0; i < results.Length; i++)
        {
            results[i] ??= parts.Sender.NotSent(calls[i].Probe, SkipReasons.NoSession, calls[i].Sample);
        }
    }

    private async Task AskAll(FilledCall[] calls, Observation?[] results, CancellationToken cancelled)
    {
        int next = -1;
        _streak = 0;
        Task[] workers = [.. Enumerable.Range(0, Math.Min(parts.Workers, calls.Length)).Select(_ => Work())];
        await Task.WhenAll(workers);

        async Task Work()
        {
            await Task.Yield();
            for (int i = Interlocked.Increment(ref next); i < calls.Length; i = Interlocked.Increment(ref next))
            {
                if (results[i] is not null)
                {
                    continue;
                }

                if (!_ignoresStreaks && Volatile.Read(ref _streak) >= LongestStreak)
                {
                    return;
                }

                Observation seen = await parts.Sender.Ask(calls[i], _store, null, cancelled);
                results[i] = seen;
                bool isDoubtful = _signs.LookSignedOut(seen);
                Volatile.Write(ref _streak, isDoubtful ? _streak + 1 : 0);
                if (!isDoubtful)
                {
                    // At once, so that a run that ends here has not asked in vain.
                    Keep(calls[i].Probe, seen);
                }
            }
        }
    }

    /// <summary>Null when the family has no canary that may be asked. A dead session is renewed once.</summary>
    private async Task<bool?> CheckSession(CancellationToken cancelled)
    {
        if (_canaries.Length == 0)
        {
            return null;
        }

        if (await AskCanaries(cancelled))
        {
            return true;
        }

        return (TryRenew() || _canaries.Length > 1) && await AskCanaries(cancelled);
    }

    private bool TryRenew()
    {
        bool hasRenewed = _mayRenew && parts.Credentials.Renew(family);
        _mayRenew = false;
        if (hasRenewed)
        {
            parts.Progress?.Renewed(family.Id);
        }

        return hasRenewed;
    }

    // One that sings will do: another may have vanished, and that is a finding and no reason to distrust the session.
    private async Task<bool> AskCanaries(CancellationToken cancelled)
    {
        foreach (PlannedProbe canary in _canaries)
        {
            FilledCall? call = parts.FillerFor(_store).Fill(canary).Cast<FilledCall?>().FirstOrDefault();
            if (call is null)
            {
                continue;
            }

            Observation seen = await parts.Sender.Ask(call, _store, null, cancelled);
            if (SessionSigns.IsGood(seen))
            {
                return true;
            }

            // Another canary may have a token of its own that is younger: it would vouch for those that are dead.
            if (_mayRenew && _signs.LookSignedOut(seen))
            {
                return false;
            }
        }

        return false;
    }

    private void Keep(PlannedProbe probe, Observation seen)
    {
        if (!probe.IsReported || parts.Done.Contains((probe.Key, seen.Sample)))
        {
            return;
        }

        lock (_lock)
        {
            if (!_kept.Add((probe.Key, seen.Sample)))
            {
                return;
            }

            _seen.Add(seen);
        }

        parts.Journal?.Write(seen);
        parts.Progress?.Probed(seen);
    }
}
