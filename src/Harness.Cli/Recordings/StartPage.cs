using Harness.Contracts.Families;

namespace Harness.Cli.Recordings;

/// <summary>Where a person enters a portal.</summary>
internal static class StartPage
{
    /// <summary>Null where the family has no page, or its address holds names that only a tenant knows.</summary>
    /// <param name="named">What the person named; it need not be on the family's hosts, for some portals live inside of others.</param>
    /// <param name="mock">Knows the names of the tenant that it serves.</param>
    public static async Task<Uri?> Find(Family family, Uri? named, MockControl? mock, CancellationToken cancelled)
    {
        if (named is not null || family.SignIn is null)
        {
            return named;
        }

        string start = family.SignIn.Start;
        if (mock is not null)
        {
            IReadOnlyDictionary<string, string> hosts = await mock.Hosts(cancelled);
            start = hosts.Aggregate(start, (text, host) => text.Replace($"{{{host.Key}}}", host.Value, StringComparison.OrdinalIgnoreCase));
        }

        return start.Contains('{', StringComparison.Ordinal) ? null : new Uri(start);
    }
}
