namespace Harness.Drift.Inference;

/// <summary>Everything that is counted about the values at one place of a document: JSON kinds, list lengths, and what texts and numbers look like.</summary>
public enum Tally
{
    Null,
    Boolean,

    /// <summary>A number without fraction or exponent.</summary>
    Integer,
    Fraction,
    String,
    Array,
    Object,

    EmptyArray,
    SingleItemArray,

    EmptyText,
    Uuid,

    /// <summary>A date and time that ends in Z.</summary>
    DateTimeUtc,

    /// <summary>A date and time with an offset such as +01:00.</summary>
    DateTimeOffset,

    /// <summary>A date and time that does not say in which zone.</summary>
    DateTimeLocal,
    Date,

    /// <summary>The old <c>/Date(1700000000000)/</c>.</summary>
    ScriptDate,
    Uri,
    Email,

    /// <summary>An Azure resource id: <c>/subscriptions/...</c>.</summary>
    ResourceId,
    IntegerText,
    BooleanText,
    Jwt,
    Duration,

    /// <summary>An integer that would be a date of this century in seconds.</summary>
    EpochSeconds,
    EpochMilliseconds,

    /// <summary>Values beyond the depth that is looked into.</summary>
    TooDeep,
}
