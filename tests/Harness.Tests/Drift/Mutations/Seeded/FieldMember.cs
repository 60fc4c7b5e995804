using Harness.Mock.World;

namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>A member of an object: how often it comes, and how often it is null when it comes.</summary>
internal sealed record FieldMember(string Name, Field Value, double Presence = 1, double Nulls = 0)
{
    /// <summary>What the dice know it by, whatever it is called later.</summary>
    public ulong Key { get; init; } = StableHash.Of(Name);

    public bool IsSteady => Presence >= 1 && Nulls <= 0;
}
