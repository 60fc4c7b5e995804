namespace Harness.Mock.Synthesis;

/// <summary>Whether a declared property is there, and whether with a value.</summary>
internal enum Presence
{
    Filled,
    Null,
    Empty,
    Omitted,
}
