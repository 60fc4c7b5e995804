namespace Harness.Contracts.Schemas;

/// <summary>A declared property of an object schema. Names are exact: the specs hold some that differ in letter case only.</summary>
public sealed record SchemaProperty(string Name, Schema Schema, bool Required);
