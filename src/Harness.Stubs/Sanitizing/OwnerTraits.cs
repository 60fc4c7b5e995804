namespace Harness.Stubs.Sanitizing;

/// <summary>What an object's other members tell about it.</summary>
[Flags]
public enum OwnerTraits
{
    None = 0,
    Person = 1,
    Device = 2,
    Group = 4,
    Site = 8,

    /// <summary>It has an id that is nobody else's.</summary>
    OwnId = 16,

    /// <summary>Every tenant has it: a role, a product, an application of Microsoft.</summary>
    BuiltIn = 32,

    /// <summary>A name and a value, and little else.</summary>
    Pair = 64,
}
