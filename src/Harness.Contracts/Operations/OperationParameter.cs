using Harness.Contracts.Schemas;

namespace Harness.Contracts.Operations;

/// <summary>A declared parameter of an operation.</summary>
/// <param name="Name">As declared; query names that differ in letter case only are different parameters.</param>
/// <param name="In">Where it stands: <c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
public sealed record OperationParameter(string Name, string In, bool Required, Schema Schema);
