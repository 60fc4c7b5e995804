using Harness.Contracts.Operations;

namespace Harness.Drift.Learning;

/// <summary>What an answer looks like of which the contract said no more than that there is one.</summary>
/// <param name="Recordings">How many answers it was learned from.</param>
/// <param name="First">Day of the oldest.</param>
/// <param name="Last">Day of the youngest.</param>
public sealed record LearnedAnswer(Operation Operation, int Status, string MediaType, LearnedSchema Learned, int Recordings, DateOnly First, DateOnly Last);
