namespace Harness.Contracts.Operations;

/// <summary>Which layer an operation came from.</summary>
public enum OperationSource
{
    Core,
    Imported,
    Both,
}
