namespace Harness.Drift.Planning;

/// <summary>How one parameter of a probe gets its value.</summary>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
/// <param name="Source">Null when <paramref name="Values"/> are known beforehand; otherwise these are what is left when it gives nothing.</param>
public sealed record PlannedValue(string Name, string In, ValueOrigin Origin, HarvestSource? Source, IReadOnlyList<string> Values);
