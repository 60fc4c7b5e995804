using Harness.Mock.World;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>Numbers that depend on a place and a night and on nothing else, so that a mutant and its twin differ in the mutation only.</summary>
internal readonly record struct Dice(ulong State)
{
    // Numbers and the dice of places below must not be the same.
    private const ulong NumberSalt = 0x5A17_0000_0000;

    public Dice At(string name) => new(StableHash.Mix(State, StableHash.Of(name)));

    public Dice At(ulong key) => new(StableHash.Mix(State, key));

    /// <summary>From 0 to below 1.</summary>
    public double Unit(ulong salt) => (StableHash.Mix(State, salt + NumberSalt) >> 11) * (1.0 / (1UL << 53));

    public int Below(int bound, ulong salt) => StableHash.Below(StableHash.Mix(State, salt + NumberSalt), bound);
}
