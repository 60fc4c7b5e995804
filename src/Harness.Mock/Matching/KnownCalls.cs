using Harness.Contracts.Routing;
using Harness.Mock.Portals;

namespace Harness.Mock.Matching;

/// <summary>Remembers what calls were found to mean: a client asks for the same few things over and over, and contracts do not change while a server runs.</summary>
/// <remarks>Two places for each hash, no locks: who loses a race works it out once more.</remarks>
internal sealed class KnownCalls(Addressing addressing, Func<RequestAddress, Portal?> find)
{
    private const int Places = 8192;

    // Longer ones are rare, and a caller who makes them up must not fill the memory.
    private const int LongestTarget = 512;
    private const int LongestHost = 256;

    private readonly KnownCall?[] _known = new KnownCall?[Places];

    /// <param name="hostHeader">As sent; null when there was none.</param>
    /// <param name="target">As sent, query included.</param>
    public KnownCall Find(string method, string? hostHeader, string target)
    {
        string host = hostHeader ?? "";
        int place = target.GetHashCode(StringComparison.Ordinal) & (Places - 1);
        if (Volatile.Read(ref _known[place]) is { } first && first.Is(method, host, target))
        {
            return first;
        }

        int other = place ^ 1;
        if (Volatile.Read(ref _known[other]) is { } second && second.Is(method, host, target))
        {
            return second;
        }

        RequestAddress address = addressing.Parse(host, target);
        var call = new KnownCall(method, host, target, address, find(address));
        if (target.Length <= LongestTarget && host.Length <= LongestHost)
        {
            Volatile.Write(ref _known[_known[place] is null ? place : other], call);
        }

        return call;
    }
}
