namespace Harness.Mock.Synthesis;

/// <summary>How answers are made up where a contract leaves room.</summary>
public sealed record SynthesisOptions
{
    public static readonly SynthesisOptions Default = new();

    /// <summary>Answer an untyped success with the family's placeholder envelope; without it, with <c>{}</c>.</summary>
    public bool Placeholders { get; init; } = true;
}
