namespace Harness.Mock.World;

/// <summary>What a thing is like: its state, its weight, its sort.</summary>
internal static class StateTexts
{
    private static readonly string[] States = ["Active", "Enabled", "Succeeded", "Completed", "InProgress"];
    private static readonly string[] Severities = ["Low", "Medium", "High", "Informational"];
    private static readonly string[] Categories = ["General", "Identity", "Endpoint", "Compliance", "Collaboration", "Email"];
    private static readonly string[] Types = ["Default", "Standard", "Custom", "System"];

    public static readonly (ValueRole Role, TextMaker Maker)[] Makers =
    [
        (ValueRole.Status, static (_, in _, hash) => Vocabulary.Pick(States, hash)),
        (ValueRole.Severity, static (_, in _, hash) => Vocabulary.Pick(Severities, hash)),
        (ValueRole.Category, static (_, in _, hash) => Vocabulary.Pick(Categories, hash)),
        (ValueRole.TypeName, static (_, in _, hash) => Vocabulary.Pick(Types, hash)),
        (ValueRole.Description, static (_, in _, hash) => Vocabulary.Pick(Vocabulary.Sentences, hash)),
        (ValueRole.Paging, static (_, in _, _) => ""),
    ];
}
