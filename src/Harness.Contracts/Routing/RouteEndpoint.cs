namespace Harness.Contracts.Routing;

/// <summary>Where a walk through the trie ends: one operation, by the template that led there.</summary>
/// <param name="Index">Index of the operation in its table.</param>
/// <param name="Template">The operation's own template, or the shorter spelling under which it is reached too.</param>
internal sealed record RouteEndpoint(string Method, int Index, PathTemplate Template);
