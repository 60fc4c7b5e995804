namespace Harness.Contracts.Caching;

/// <summary>Which of a schema's facts follow in the cache file.</summary>
[Flags]
internal enum SchemaFields
{
    None = 0,
    Format = 1,
    Name = 1 << 1,
    Properties = 1 << 2,
    Items = 1 << 3,
    MapValues = 1 << 4,
    IsClosed = 1 << 5,
    Enum = 1 << 6,
    OneOf = 1 << 7,
    AnyOf = 1 << 8,
    Discriminator = 1 << 9,
    Pattern = 1 << 10,
    MinLength = 1 << 11,
    MaxLength = 1 << 12,
    MinItems = 1 << 13,
    MaxItems = 1 << 14,
    UniqueItems = 1 << 15,
    Minimum = 1 << 16,
    Maximum = 1 << 17,
    ExclusiveMinimum = 1 << 18,
    ExclusiveMaximum = 1 << 19,
    WriteOnly = 1 << 20,
    ReadOnly = 1 << 21,
}
