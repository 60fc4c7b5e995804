namespace Harness.Drift.Planning;

/// <summary>Where in which answer a value is found.</summary>
/// <param name="Probe">Key of the probe whose answer has it.</param>
/// <param name="Pointer">JSON pointer with <c>*</c>; null to look for <paramref name="Names"/>.</param>
/// <param name="Names">Property names in the order of preference, lower case.</param>
public sealed record HarvestSource(string Probe, string? Pointer, IReadOnlyList<string> Names);
