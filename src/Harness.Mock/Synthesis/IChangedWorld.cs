using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>The seeded world as writes have changed it, as one family sees it.</summary>
internal interface IChangedWorld
{
    /// <param name="parents">Stands for the path values that the thing was looked up below; 0 for none.</param>
    bool IsGone(in Entity entity, ulong parents);

    /// <summary>The thing that a write has made and given that id; null when there is none.</summary>
    Entity? FindCreated(string kind, ulong parents, string key);

    /// <summary>What a list shows: the seeded things without the deleted ones, then the created ones.</summary>
    int[] Listed(string kind, ulong parents, int[] seeded);
}
