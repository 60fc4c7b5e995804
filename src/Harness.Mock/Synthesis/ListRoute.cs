using System.Collections.Frozen;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>A read that lists things, whose ids a detail route may ask for.</summary>
public sealed class ListRoute(Operation operation, PathTemplate path, CollectionShape shape, string kind)
{
    public Operation Operation { get; } = operation;

    public PathTemplate Path { get; } = path;

    public CollectionShape Shape { get; } = shape;

    /// <summary>Kind of its elements.</summary>
    public string Kind { get; } = kind;

    public Schema Items => Shape.Items!;

    /// <summary>Property that the first detail route found an element by; null when none hangs on this list, which is then short.</summary>
    public KeyLink? Key { get; internal set; }

    /// <summary>The elements' schema with what only the detail says about a property, so that list and detail show the same value.</summary>
    public Schema RefinedItems { get; internal set; } = shape.Items!;

    /// <summary>Properties that hold a value in every element: the key, and what either list or detail may not leave null.</summary>
    public IReadOnlySet<string> NeverNull { get; internal set; } = FrozenSet<string>.Empty;
}
