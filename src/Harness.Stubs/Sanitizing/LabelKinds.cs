namespace Harness.Stubs.Sanitizing;

/// <summary>What a member's name is to the object that has it, worked out once for each name.</summary>
[Flags]
internal enum LabelKinds
{
    None = 0,

    /// <summary>Its value's own name may stand beside it: {"name":"x-token","value":"..."}.</summary>
    Value = 1,

    /// <summary>It may be the name that stands beside a value.</summary>
    PairName = 2,
    Name = 4,
    Fake = 8,
    PersonalNumber = 16,

    /// <summary>Where it is true, every tenant has the object.</summary>
    BuiltInSwitch = 32,
    Product = 64,
    Publisher = 128,
    OwnId = 512,
    PrincipalId = 1024,
    Issuer = 2048,

    /// <summary>A rule that knows values by their names has its say about ids under this one too.</summary>
    RulesIds = 4096,
}
