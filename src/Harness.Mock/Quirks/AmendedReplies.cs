using System.Runtime.CompilerServices;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>Remembers what replies became whose amendment does not depend on the call: the same reply is given again and again.</summary>
/// <remarks>By identity, and a fixed number of them: a reply that was made for one call alone is soon overwritten. No locks.</remarks>
internal sealed class AmendedReplies
{
    private const int Places = 64;

    private readonly Pair?[] _pairs = new Pair?[Places];

    /// <summary>Null when it is not remembered.</summary>
    public Reply? Of(Reply reply) => Volatile.Read(ref _pairs[Place(reply)]) is { } pair && ReferenceEquals(pair.Before, reply) ? pair.After : null;

    public void Keep(Reply before, Reply after) => Volatile.Write(ref _pairs[Place(before)], new Pair(before, after));

    private static int Place(Reply reply) => RuntimeHelpers.GetHashCode(reply) & (Places - 1);

    private sealed record Pair(Reply Before, Reply After);
}
