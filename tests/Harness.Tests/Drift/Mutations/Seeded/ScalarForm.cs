namespace Harness.Tests.Drift.Mutations.Seeded;

/// <summary>What a plain value looks like.</summary>
internal enum ScalarForm
{
    Boolean,
    Integer,
    Fraction,
    EpochSeconds,
    Text,
    Word,
    Uuid,
    OpaqueId,
    DateTimeUtc,
    DateTimeOffset,
    DateTimeLocal,
    Date,
    Uri,
    Email,
    IntegerText,
    ResourceId,
    Duration,
    EmptyText,
}
