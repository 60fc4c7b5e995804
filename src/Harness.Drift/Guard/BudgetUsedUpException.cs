namespace Harness.Drift.Guard;

/// <summary>Ends the retries of a call when the run has sent all it may.</summary>
internal sealed class BudgetUsedUpException : Exception;
