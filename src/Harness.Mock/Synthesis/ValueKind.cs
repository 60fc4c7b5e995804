namespace Harness.Mock.Synthesis;

/// <summary>How a value is written.</summary>
internal enum ValueKind
{
    Placeholder,
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    OneOfList,
    Array,
    Object,
    Alternatives,
}
