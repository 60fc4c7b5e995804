namespace Harness.Stubs.Sanitizing;

/// <summary>How to sanitize.</summary>
/// <param name="Key">The same key, the same stand-ins.</param>
public sealed record SanitizerOptions(SanitizerKey Key)
{
    /// <summary>The rules to follow; all of them unless a test wants to know what one is good for.</summary>
    public IReadOnlyList<SanitizerRule> Rules { get; init; } = RuleRegistry.All;
}
