using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Where writing stands: in what thing, how deep, on the way to the answer's main list or not.</summary>
/// <param name="Entity">What the object being written describes.</param>
/// <param name="Owner">The nearest thing with a kind around it: inside an alert, <c>alertId</c> is that alert's.</param>
/// <param name="Salt">Tells the elements of an array of scalars apart.</param>
/// <param name="CollectionStep">How many names of the main list's path lie behind; -1 off that path.</param>
/// <param name="Minimal">Leave out all that is optional: recursion or size must end.</param>
internal readonly record struct Scope(Entity Entity, Entity Owner, ulong Salt, int Depth, int CollectionStep, bool Minimal)
{
    public ulong HashOf(PropertyMeaning meaning)
    {
        ulong hash = StableHash.Mix(Entity.Seed, meaning.Hash);
        return Salt == 0 ? hash : StableHash.Mix(hash, Salt);
    }

    public Scope Into(in Entity entity) => this with { Entity = entity, Owner = Entity.Kind is null ? Owner : Entity, Salt = 0, Depth = Depth + 1 };
}
