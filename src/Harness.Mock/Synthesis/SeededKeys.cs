using System.Collections.Concurrent;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>All ids that the lists of one world give out; a table is made when its list is first asked for.</summary>
internal sealed class SeededKeys(TenantWorld world, PlanCache plans)
{
    private readonly ConcurrentDictionary<KeyLink, KeyTable> _tables = new(ByReference<KeyLink>.Instance);

    public KeyTable Of(KeyLink link) => _tables.GetOrAdd(link, static (l, state) => KeyTable.Build(l, state.World, state.Plans), (World: world, Plans: plans));

    /// <summary>Which things a list shows below one parent: below another, another choice of the same pool.</summary>
    public int[] OrdinalsBelow(ListRoute list, ulong parents)
    {
        if (list.Key is null)
        {
            return Short(list);
        }

        int[] all = Of(list.Key).Ordinals;
        return parents == 0 || list.Shape.Array.MinItems is not null ? all : [.. all.Where(ordinal => IsBelow(list, ordinal, parents))];
    }

    public static bool IsBelow(ListRoute list, int ordinal, ulong parents) =>
        parents == 0 || ordinal == 0 || list.Shape.Array.MinItems is not null || StableHash.Mix(parents, (ulong)ordinal) % 4 != 0;

    // No detail route hangs on it: one to three elements are enough to show its shape.
    private int[] Short(ListRoute list)
    {
        int size = Math.Min(KeyTable.SizeOf(list, world), Math.Max(1 + StableHash.Below(StableHash.Of(list.Path.Normalized), 3), list.Shape.Array.MinItems ?? 0));
        return [.. Enumerable.Range(0, size)];
    }
}
