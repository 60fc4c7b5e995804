using System.Runtime.CompilerServices;

namespace Harness.Mock.Synthesis;

/// <summary>Operations are records; comparing them member by member on every call would cost more than the answer.</summary>
internal sealed class ByReference<T> : IEqualityComparer<T>
    where T : class
{
    public static readonly ByReference<T> Instance = new();

    public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
