namespace Harness.Contracts.Routing;

/// <summary>What a path parameter stands for in one call, percent-decoded.</summary>
public readonly record struct PathValue(string Name, string Value);
