using System.Collections.Frozen;

namespace Harness.Stubs.Sanitizing.Known;

/// <summary>Tells hosts of Microsoft, and of the standards, from hosts of somebody.</summary>
public static class KnownHosts
{
    private static readonly FrozenSet<string> Domains = KnownList.Lines("public-domains.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByText = Domains.GetAlternateLookup<ReadOnlySpan<char>>();
    /// <summary>Whether the host may stay as it is; a tenant's name in it is another rule's business.</summary>
    public static bool IsPublic(ReadOnlySpan<char> host)
    {
        for (ReadOnlySpan<char> rest = host; !rest.IsEmpty;)
        {
            if (ByText.Contains(rest))
            {
                return true;
            }

            int dot = rest.IndexOf('.');
            rest = dot < 0 ? [] : rest[(dot + 1)..];
        }

        return false;
    }
}
