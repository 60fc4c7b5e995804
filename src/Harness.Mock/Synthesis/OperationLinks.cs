namespace Harness.Mock.Synthesis;

/// <summary>What ties an operation to the lists around it.</summary>
/// <param name="Kind">Kind of what the path ends in: <c>/users</c> and <c>/users/{id}</c> are both about users.</param>
/// <param name="List">The operation itself as a list; null when it is none.</param>
/// <param name="Sites">For each parameter of the path, in order, the list its values come from; null where any value is accepted.</param>
public sealed record OperationLinks(PathTemplate Path, string Kind, ListRoute? List, IReadOnlyList<KeyLink?> Sites);
