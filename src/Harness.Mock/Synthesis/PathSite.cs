namespace Harness.Mock.Synthesis;

/// <summary>One parameter in a path template.</summary>
/// <param name="Collection">Normalized path before it, which may be the list that its values come from; null where two parameters share a segment.</param>
/// <param name="CollectionWord">The literal right before it: <c>users</c> in <c>/users/{id}</c>, <c>sites</c> in <c>/sites('{id}')</c>.</param>
/// <param name="IsLast">Whether nothing but closing punctuation comes after it.</param>
public sealed record PathSite(string Name, string? Collection, string CollectionWord, bool IsLast);
