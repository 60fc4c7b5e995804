using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Drift.Guard;
using Harness.Drift.Targets;

namespace Harness.Drift.Planning;

/// <summary>Plans one family: what may be sent, how it is filled, what depends on what.</summary>
internal sealed class FamilyPlanner(Family family, Target target, KnownValues known)
{
    private readonly GetReview _review = new(family);
    private readonly List<SkippedProbe> _skipped = [];
    private readonly Dictionary<string, string> _byCall = new(StringComparer.Ordinal);

    public IReadOnlyList<SkippedProbe> Skipped => _skipped;

    /// <summary>Everything that can be asked, in order, for all shards.</summary>
    public IReadOnlyList<PlannedProbe> Plan(IEnumerable<Operation> operations)
    {
        Operation[] allowed = [.. operations.Where(Review)];
        var templates = allowed.Select(o => (Operation: o, Template: PathTemplate.Parse(o.PortalPath))).ToList();
        var index = new SourceIndex(templates);
        Candidate[] candidates = [.. templates.Select(t => Prepare(t.Operation, t.Template, index)).OfType<Candidate>()];
        Dependencies.Resolve(candidates);
        foreach (Candidate candidate in candidates.Where(c => c.Values is null))
        {
            Skip(candidate);
        }

        return Order([.. candidates.Where(c => c.Values is not null)]);
    }

    private bool Review(Operation operation)
    {
        ReviewVerdict verdict = family.Sinks.MatchAny(operation.Method, operation.PortalPath)
            ? new ReviewVerdict(SkipReasons.NotListed, "it is telemetry")
            : _review.Judge(operation.PortalPath);
        if (!verdict.IsSafe)
        {
            _skipped.Add(new SkippedProbe(operation, verdict.Reason, verdict.Because));
        }

        return verdict.IsSafe;
    }

    private Candidate? Prepare(Operation operation, PathTemplate template, SourceIndex index)
    {
        HostPattern[] hosts = [.. operation.Hosts.Select(HostPattern.Parse)];
        HostPattern? host = Array.Find(hosts, h => h.Variable is null || target.Hosts.ContainsKey(h.Variable));
        if (host is null)
        {
            _skipped.Add(new SkippedProbe(operation, SkipReasons.NoParameterValue, $"no value for {hosts[0]}; add '{hosts[0].Variable}' to 'hosts' of the target file"));
            return null;
        }

        IEnumerable<ParameterNeed> needs = template.ParameterNames.Select(n => Need(operation, template, n, "path", index))
            .Concat(Queries(operation).Select(q => Need(operation, template, q.Name, "query", index)));
        return new Candidate(family, operation, template, host.Fill(target.Hosts), [.. needs]);
    }

    // What the family's access model puts into the query comes with the credentials.
    private IEnumerable<OperationParameter> Queries(Operation operation) => operation.Parameters
        .Where(p => p.Required && p.In == "query" && !family.Access.OfType<QueryRequirement>().Any(q => q.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)));

    private ParameterNeed Need(Operation operation, PathTemplate template, string name, string where, SourceIndex index)
    {
        ReviewedLink[] links = [.. family.Links.Where(l => l.Parameter.Equals(name, StringComparison.OrdinalIgnoreCase)
            && (l.Operations.Count == 0 || l.Operations.MatchAny(operation.Method, operation.PortalPath)))];
        OperationParameter? declared = operation.Parameters.FirstOrDefault(p => p.In == where && p.Name.Equals(name, StringComparison.Ordinal));
        (ValueOrigin origin, IReadOnlyList<string> values) = known.Find(name, declared?.Schema, links);
        if (KnownValues.IsTenant(name) || (origin == ValueOrigin.ReviewedLink && values.Count > 0))
        {
            return new ParameterNeed(name, where, [], origin, values);
        }

        IEnumerable<(ValueOrigin, HarvestSource)> reviewed = links.Where(l => l.From is not null)
            .Select(l => (ValueOrigin.ReviewedLink, new HarvestSource($"{family.Id} {Spelled(l.From!)}", l.Pointer, [])));
        IEnumerable<(ValueOrigin, HarvestSource)> inferred = index.Find(operation, template, name).Select(s => (ValueOrigin.Harvested, s));
        (ValueOrigin, HarvestSource)[] sources = [.. reviewed.Concat(inferred)];
        return values.Count == 0 && sources.Length > 0 && where == "path" && known.Guess(name, declared?.Schema) is { } guess
            ? new ParameterNeed(name, where, sources, ValueOrigin.Guessed, [guess])
            : new ParameterNeed(name, where, sources, origin, values);
    }

    // Links are written as the portal spells paths; the probe's key is spelled as its contract does.
    private string Spelled(string call) => _byCall.TryGetValue(OperationKey.Normalize(call), out string? path) ? path : call;

    public FamilyPlanner Knowing(IEnumerable<Operation> operations)
    {
        foreach (Operation operation in operations)
        {
            _byCall.TryAdd(OperationKey.Normalize($"{operation.Method} {operation.PortalPath}"), $"{operation.Method} {operation.Path}");
        }

        return this;
    }

    private void Skip(Candidate candidate)
    {
        IEnumerable<string> missing = candidate.Needs.Where(n => n.Known.Count == 0).Select(n => $"{{{n.Name}}}");
        _skipped.Add(new SkippedProbe(
            candidate.Operation,
            SkipReasons.NoParameterValue,
            $"nothing fills {string.Join(", ", missing)}; add a link to family.yml, or the value to 'context' of the target file"));
    }

    private PlannedProbe[] Order(Candidate[] resolved)
    {
        var sources = resolved.SelectMany(c => c.Values!).Where(v => v is { Origin: ValueOrigin.ReviewedLink, Source: not null }).Select(v => v.Source!.Probe).ToHashSet(StringComparer.Ordinal);
        HashSet<string> canaries = [.. family.Canaries.Select(c => $"{family.Id} {Spelled(c)}")];
        return [.. resolved.Select(c => new PlannedProbe
        {
            Family = family,
            Operation = c.Operation,
            Access = AccessPlan.For(family, c.Operation),
            Host = c.Host,
            Template = c.Template,
            Values = c.Values!,
            Stage = StageOf(c, canaries, sources),
            Depth = c.Depth,
        }).OrderBy(p => p.Depth).ThenBy(p => p.Stage).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }

    private static ProbeStage StageOf(Candidate candidate, HashSet<string> canaries, HashSet<string> sources)
    {
        if (canaries.Contains(candidate.Key))
        {
            return ProbeStage.Canary;
        }

        return sources.Contains(candidate.Key) ? ProbeStage.Discovery : candidate.Depth == 0 ? ProbeStage.List : ProbeStage.Detail;
    }
}
