namespace Harness.Drift.ContractDiff;

/// <summary>To whom the differences of a schema go, and what a changed list of values is called there.</summary>
internal sealed record SchemaPlace(OperationPlace Operation, string Where, string EnumKind);
