namespace Harness.Mock.State.Queries;

/// <summary>One property that a list is sorted by.</summary>
internal sealed record SortKey(IReadOnlyList<string> Path, bool Descends);
