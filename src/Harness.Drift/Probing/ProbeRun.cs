using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Guard;
using Harness.Drift.Harvest;
using Harness.Drift.Planning;
using Harness.Drift.Targets;

namespace Harness.Drift.Probing;

/// <summary>Carries a plan out: passes the rails, proves the tenant, and gives what it sees as it comes.</summary>
public sealed class ProbeRun : IAsyncDisposable
{
    private readonly Plan _plan;
    private readonly ProbeOptions _options;
    private readonly ITargetCredentials _credentials;
    private readonly GuardedClient _client;
    private readonly ProbeSender _sender;
    private readonly ProbeJournal? _journal;
    private readonly bool _provenByCredentials;

    private ProbeRun(Plan plan, ProbeOptions options, ITargetCredentials credentials, bool provenByCredentials, GuardedClient client, Admissions admissions, ProbeJournal? journal)
    {
        _plan = plan;
        _options = options;
        _credentials = credentials;
        _provenByCredentials = provenByCredentials;
        _client = client;
        _journal = journal;
        _sender = new ProbeSender(client, credentials, admissions, options.Guard.Clock);
    }

    /// <summary>Requests sent to portals so far, canaries and retries included; all of them GETs.</summary>
    public long Sent => _client.Budget.Sent;

    /// <summary>Passes the rails that come before the first request.</summary>
    /// <exception cref="GuardRefusalException">Not marked, not confirmed, or the credentials are another tenant's.</exception>
    public static async Task<ProbeRun> Open(Plan plan, ProbeOptions options, CancellationToken cancelled = default)
    {
        Target target = plan.Target;
        TargetGate.Pass(target, options.Confirm, new Confirmations(options.DataFolder));
        ICredentialKind kind = CredentialKinds.Find(target.Credentials.Kind) ?? throw new ArgumentException($"There are no credentials of the kind '{target.Credentials.Kind}'.", nameof(plan));
        var surroundings = new CredentialSurroundings(options.DataFolder, options.Guard.Clock, options.Say, options.AcceptOverprivileged);
        ITargetCredentials credentials = kind.Open(target, surroundings);
        try
        {
            Guid? tenant = await credentials.Identify(cancelled);
            if (tenant is { } found && found != target.TenantId)
            {
                throw new GuardRefusalException($"the credentials belong to another tenant than {target.TenantId:D}", $"Sign in to the tenant of '{target.Name}'");
            }

            Family[] families = [.. plan.Probes.Select(p => p.Family).Distinct()];
            var admissions = new Admissions(target, families);
            ProbeJournal? journal = options.Out is { } folder ? ProbeJournal.Open(folder, Digest(plan), options.Resume) : null;
            return new ProbeRun(plan, options, credentials, tenant is not null, new GuardedClient(target, families, admissions, options.Guard), admissions, journal);
        }
        catch
        {
            await credentials.DisposeAsync();
            throw;
        }
    }

    /// <summary>One or more observations of every GET of the plan, those that are not asked included; family by family, as they come.</summary>
    /// <exception cref="GuardRefusalException">A session turned out to belong to another tenant.</exception>
    public async IAsyncEnumerable<Observation> Observe([EnumeratorCancellation] CancellationToken cancelled = default)
    {
        _options.Progress?.Planned(_plan.Probes.Count(p => p.IsReported));
        foreach (SkippedProbe skipped in _plan.Skipped)
        {
            yield return _sender.NotSent(skipped.Operation, skipped.Reason);
        }

        var channel = Channel.CreateUnbounded<Observation>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        Task work = Work(channel.Writer, stop.Token);
        try
        {
            await foreach (Observation seen in channel.Reader.ReadAllAsync(cancelled))
            {
                yield return seen;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(work);
        }

        await work;
    }

    /// <summary>Asks an operation once more, to see whether what was seen is seen again.</summary>
    /// <returns>Null when it cannot be asked without the ids of a whole run.</returns>
    public async Task<Observation?> Again(Observation seen, CancellationToken cancelled = default)
    {
        PlannedProbe? probe = _plan.Probes.FirstOrDefault(p => p.Family.Id == seen.Family && p.Operation.Method == seen.Method && p.Operation.Path == seen.Path);
        if (probe is null || probe.UsesForeignIds || seen.Outcome == ProbeOutcome.NotSent)
        {
            return null;
        }

        var store = new HarvestStore([]);
        return new CallFiller(store, new ObjectKeys(_plan.Target), 1).Fill(probe) is [{ } call, ..]
            ? await _sender.Ask(call with { Sample = seen.Sample + 1 }, store, null, cancelled) with { Session = seen.Session }
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _journal?.Dispose();
        await _credentials.DisposeAsync();
    }

    private async Task Work(ChannelWriter<Observation> seen, CancellationToken cancelled)
    {
        try
        {
            IGrouping<Family, PlannedProbe>[] families = [.. _plan.Probes.GroupBy(p => p.Family)];
            IReadOnlySet<string> proven = _provenByCredentials
                ? families.Select(f => f.Key.Id).ToHashSet(StringComparer.Ordinal)
                : await new TenantProofs(_plan.Target, _sender).Prove(families, cancelled);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Families, CancellationToken = cancelled };
            // The largest first, so that at the end nobody waits for one that has just begun.
            await Parallel.ForEachAsync(families.OrderByDescending(f => f.Count()), parallel, async (family, stopped) =>
            {
                IReadOnlyList<Observation> all = proven.Contains(family.Key.Id) ? await Run(family, stopped) : Unproven(family);
                foreach (Observation one in all)
                {
                    await seen.WriteAsync(one, stopped);
                }
            });
        }
        finally
        {
            // What went wrong comes out of the task, which the reader awaits last.
            seen.Complete();
        }
    }

    private Observation[] Unproven(IEnumerable<PlannedProbe> probes) => [.. probes.Where(p => p.IsReported).Select(p => _sender.NotSent(p, SkipReasons.NoSession))];

    private Task<IReadOnlyList<Observation>> Run(IGrouping<Family, PlannedProbe> family, CancellationToken cancelled)
    {
        Observation[] known = [.. (_journal?.Known ?? []).Where(o => o.Family == family.Key.Id)];
        var parts = new FamilyRunParts(_sender, _credentials, new ObjectKeys(_plan.Target), _options.Samples, _options.Guard.Concurrency)
        {
            Journal = _journal,
            Progress = _options.Progress,
            Known = known,
            Done = known.Select(o => ($"{o.Family} {o.Method} {o.Path}", o.Sample)).ToHashSet(),
        };
        return new FamilyRun(family.Key, [.. family], parts).Run(cancelled);
    }

    private static string Digest(Plan plan)
    {
        var text = new StringBuilder($"{plan.Target.Name} {plan.Target.TenantId:N}\n");
        foreach (PlannedProbe probe in plan.Probes)
        {
            text.Append(probe.Key).Append(' ').Append(probe.Host).Append(probe.IsReported ? '\n' : '-');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
