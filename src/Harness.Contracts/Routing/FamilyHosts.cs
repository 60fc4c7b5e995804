using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>Which families answer on a concrete host, and whose refusal a call gets that reaches no operation.</summary>
public sealed class FamilyHosts
{
    private readonly HostMap<FamilyAddress[]> _hosts;

    /// <param name="families">In order: where nothing else decides, the first answers.</param>
    public FamilyHosts(IReadOnlyList<Family> families)
    {
        FamilyAddress[] all = [.. families.SelectMany(family => family.Hosts.Select(host => new FamilyAddress(family, host)))];
        _hosts = new HostMap<FamilyAddress[]>(all.GroupBy(item => item.Address.Host.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => new HostEntry<FamilyAddress[]>(group.First().Address.Host, [.. group])));
        Declared = [.. all.Select(item => item.Address.Host).DistinctBy(host => host.Text, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Every host that a family declares, once.</summary>
    public IReadOnlyList<HostPattern> Declared { get; }

    /// <param name="host">Without port.</param>
    public IReadOnlyList<Family> On(string host)
    {
        List<Family> families = [];
        int cursor = 0;
        while (_hosts.TryNext(host, ref cursor, out FamilyAddress[]? bases))
        {
            families.AddRange(bases.Select(item => item.Family));
        }

        return [.. families.Distinct()];
    }

    /// <summary>The family with the longest base path that the path begins with; the host's first family when none does.</summary>
    /// <returns>Null for a host that no family declares.</returns>
    /// <param name="host">Without port.</param>
    public Family? Find(string host, ReadOnlySpan<char> rawPath)
    {
        FamilyAddress? first = null;
        FamilyAddress? best = null;
        int cursor = 0;
        while (_hosts.TryNext(host, ref cursor, out FamilyAddress[]? bases))
        {
            foreach (FamilyAddress candidate in bases)
            {
                first ??= candidate;
                if (candidate.Holds(rawPath) && (best is null || candidate.BasePathLength > best.BasePathLength))
                {
                    best = candidate;
                }
            }
        }

        return (best ?? first)?.Family;
    }
}
