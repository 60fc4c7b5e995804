using System.Collections.Concurrent;
using System.Collections.Frozen;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Planning;
using Harness.Drift.Targets;

namespace Harness.Drift.Guard;

/// <summary>The one place that gives leave to send: hosts of the contract, reviewed operations, addresses that cannot be read as anything else.</summary>
public sealed class Admissions
{
    private readonly string _root;
    private readonly FrozenDictionary<string, GetReview> _reviews;
    private readonly FrozenSet<string> _hosts;

    // An operation is judged once, however often it is asked.
    private readonly ConcurrentDictionary<Operation, ReviewVerdict> _judged = new(ReferenceEqualityComparer.Instance);

    public Admissions(Target target, IReadOnlyCollection<Family> families)
    {
        _root = target.Gateway is { } gateway ? $"{gateway.GetLeftPart(UriPartial.Path).TrimEnd('/')}/" : "https://";
        _reviews = families.ToFrozenDictionary(f => f.Id, f => new GetReview(f), StringComparer.Ordinal);
        _hosts = families.SelectMany(f => f.Hosts)
            .Where(h => h.Host.Variable is null || target.Hosts.ContainsKey(h.Host.Variable))
            .Select(h => h.Host.Fill(target.Hosts)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Concrete hosts that may be called.</summary>
    public IReadOnlyCollection<string> Hosts => _hosts;

    /// <param name="pathAndQuery">Filled and percent-encoded.</param>
    /// <param name="refusal">Why not, when the answer is null.</param>
    public Admission? Ask(Operation operation, string host, string pathAndQuery, out ReviewVerdict refusal)
    {
        refusal = Judge(operation, host, pathAndQuery);
        return refusal.IsSafe ? new Admission(Address(host, pathAndQuery), host, operation.PortalPath) : null;
    }

    private ReviewVerdict Judge(Operation operation, string host, string pathAndQuery)
    {
        if (operation.Method is not ("GET" or "HEAD"))
        {
            return new ReviewVerdict(SkipReasons.Unsafe, $"it is a {operation.Method}");
        }

        if (!_hosts.Contains(host))
        {
            return new ReviewVerdict(SkipReasons.Unsafe, $"{host} is no host of the target's contracts");
        }

        if (!_reviews.TryGetValue(operation.Family, out GetReview? review))
        {
            return new ReviewVerdict(SkipReasons.NotListed, "its family was not reviewed");
        }

        ReviewVerdict listed = _judged.GetOrAdd(operation, static (o, r) => r.Judge(o.PortalPath), review);
        if (!listed.IsSafe)
        {
            return listed;
        }

        if (AddressRules.MistakeIn(pathAndQuery) is { } mistake)
        {
            return new ReviewVerdict(SkipReasons.Unsafe, mistake);
        }

        if (!operation.PortalPath.Contains('{', StringComparison.Ordinal))
        {
            return listed;
        }

        int question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        return review.JudgeFilled(Uri.UnescapeDataString(question < 0 ? pathAndQuery : pathAndQuery[..question]));
    }

    // Not canonicalized: real paths hold empty segments, which must arrive as they are.
    private Uri Address(string host, string pathAndQuery) =>
        new($"{_root}{host}{pathAndQuery}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
