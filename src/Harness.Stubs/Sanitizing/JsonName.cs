namespace Harness.Stubs.Sanitizing;

/// <summary>A member's name as JSON text has it.</summary>
/// <param name="Clean">What is written in its place, with its quotes; null where it stays.</param>
internal sealed record JsonName(LabelFacts Label, byte[]? Clean);
