namespace Harness.Drift.Planning;

/// <summary>A parameter without which a call cannot be made, and everything it could be filled with.</summary>
/// <param name="Sources">Answers that may have the value, the most trusted first, each with its origin.</param>
/// <param name="Known">What is left when no answer has it: target context, words of the contract, conventions.</param>
internal sealed record ParameterNeed(string Name, string In, IReadOnlyList<(ValueOrigin Origin, HarvestSource Source)> Sources, ValueOrigin KnownOrigin, IReadOnlyList<string> Known);
