using Harness.Contracts.Schemas;

namespace Harness.Mock.Synthesis;

/// <summary>Says that a path parameter is one property of one list's elements.</summary>
public sealed record KeyLink(ListRoute List, SchemaProperty Key);
