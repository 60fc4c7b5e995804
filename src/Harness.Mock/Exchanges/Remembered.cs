using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Harness.Mock.Exchanges;

/// <summary>Remembers what was worked out about an object that comes again and again. Objects are told apart by identity.</summary>
/// <remarks>A fixed number of places and no locks: what comes later takes the place, so an object that comes once is soon forgotten.</remarks>
internal sealed class Remembered<TKey, TValue>
    where TKey : class
    where TValue : class
{
    private const int Places = 256;

    private readonly Pair?[] _pairs = new Pair?[Places];

    public bool TryFind(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        Pair? pair = Volatile.Read(ref _pairs[Place(key)]);
        value = pair is not null && ReferenceEquals(pair.Key, key) ? pair.Value : null;
        return value is not null;
    }

    public void Keep(TKey key, TValue value) => Volatile.Write(ref _pairs[Place(key)], new Pair(key, value));

    private static int Place(TKey key) => RuntimeHelpers.GetHashCode(key) & (Places - 1);

    private sealed record Pair(TKey Key, TValue Value);
}
