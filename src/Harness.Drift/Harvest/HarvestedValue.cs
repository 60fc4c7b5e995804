namespace Harness.Drift.Harvest;

/// <summary>An id out of an answer, with what that answer's own address had been filled with: a role belongs to the resource it was listed for.</summary>
internal sealed record HarvestedValue(string Text, IReadOnlyDictionary<string, string> With);
