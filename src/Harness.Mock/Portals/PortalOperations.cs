using System.Collections;
using Harness.Contracts.Operations;

namespace Harness.Mock.Portals;

/// <summary>The operations of the table with all that is decided about them; each is worked out when it is first asked for, so that a start does not wait for two thousand.</summary>
internal sealed class PortalOperations(IReadOnlyList<Operation> operations, Func<Operation, int, PortalOperation> plan) : IReadOnlyList<PortalOperation>
{
    private readonly PortalOperation?[] _planned = new PortalOperation?[operations.Count];

    public int Count => _planned.Length;

    // Two calls may work out the same one at once; the first to be kept is everybody's.
    public PortalOperation this[int index] => Volatile.Read(ref _planned[index])
        ?? Interlocked.CompareExchange(ref _planned[index], plan(operations[index], index), null)
        ?? _planned[index]!;

    public IEnumerator<PortalOperation> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
