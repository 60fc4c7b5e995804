using System.Collections.ObjectModel;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>What one operation needs, worked out once: no glob is matched when a call arrives.</summary>
public sealed class AccessPlan
{
    /// <summary>For operations that need nothing.</summary>
    public static readonly AccessPlan Open = new([], []);

    private readonly IAccessRequirement[] _requirements;

    /// <summary>Whether the requirement holds on some of the operation's hosts only, so that the call's own host decides.</summary>
    private readonly bool[] _dependsOnHost;

    private AccessPlan(IAccessRequirement[] requirements, bool[] dependsOnHost)
    {
        _requirements = requirements;
        _dependsOnHost = dependsOnHost;
    }

    /// <summary>In the order in which they answer.</summary>
    public IReadOnlyList<IAccessRequirement> Requirements => _requirements;

    public static AccessPlan For(Family family, Operation operation)
    {
        HostPattern[] hosts = [.. operation.Hosts.Select(HostPattern.Parse)];
        var requirements = new List<IAccessRequirement>();
        var dependsOnHost = new List<bool>();
        foreach (IAccessRequirement requirement in family.Access)
        {
            RequirementScope scope = requirement.Scope;
            if (!(scope with { Hosts = [] }).Covers(operation.Method, "", operation.PortalPath) || !hosts.Any(h => MayCover(scope, h)))
            {
                continue;
            }

            requirements.Add(requirement.BoundTo(operation.Method, operation.PortalPath));
            dependsOnHost.Add(!hosts.All(h => SurelyCovers(scope, h)));
        }

        return requirements.Count == 0 ? Open : new AccessPlan([.. requirements], [.. dependsOnHost]);
    }

    /// <summary>The first requirement that fails answers; <paramref name="refusing"/> is that one.</summary>
    public AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority, out IAccessRequirement? refusing)
    {
        for (int i = 0; i < _requirements.Length; i++)
        {
            IAccessRequirement requirement = _requirements[i];
            if (_dependsOnHost[i] && !HoldsOn(requirement.Scope, request.Host))
            {
                continue;
            }

            AccessVerdict verdict = requirement.Verify(request, authority);
            if (!verdict.Passed)
            {
                refusing = requirement;
                return verdict;
            }
        }

        refusing = null;
        return AccessVerdict.Pass;
    }

    /// <summary>Puts everything that the operation needs on a call.</summary>
    public void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        for (int i = 0; i < _requirements.Length; i++)
        {
            if (!_dependsOnHost[i] || HoldsOn(_requirements[i].Scope, call.Host))
            {
                _requirements[i].Satisfy(call, source);
            }
        }
    }

    private static bool HoldsOn(RequirementScope scope, string host)
    {
        for (int i = 0; i < scope.Hosts.Count; i++)
        {
            if (scope.Hosts[i].Matches(host))
            {
                return true;
            }
        }

        return scope.Hosts.Count == 0;
    }

    // The same pattern, or one that takes any value of the operation's variable (its name stands in for all of them).
    private static bool SurelyCovers(RequirementScope scope, HostPattern host) =>
        scope.Hosts.Count == 0 || scope.Hosts.Any(s => IsSame(s, host) || ((host.Variable is null || s.Variable is not null) && s.Matches(Sample(host))));

    private static bool MayCover(RequirementScope scope, HostPattern host) =>
        SurelyCovers(scope, host) || scope.Hosts.Any(s => host.Matches(Sample(s)));

    private static bool IsSame(HostPattern a, HostPattern b) => string.Equals(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);

    private static string Sample(HostPattern pattern) => pattern.Fill(ReadOnlyDictionary<string, string>.Empty);
}
