namespace Harness.Contracts.Schemas;

/// <summary>The JSON types a schema allows; <see cref="None"/> means that it says nothing, so anything is allowed.</summary>
[Flags]
public enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
