namespace Harness.Contracts.OpenApi;

/// <summary>What stands behind a member's name.</summary>
internal enum MemberForm
{
    /// <summary>Known, and of no use to a contract: descriptions, examples, tags.</summary>
    Ignored,
    Text,
    Boolean,
    Number,
    BooleanOrNumber,
    TextOrTexts,
    Texts,
    Values,
    Element,
    ElementOrBoolean,
    Elements,
    ElementMap,
}
