using Harness.Contracts.Operations;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Faults;

/// <summary>A fault that a person switched on: which calls it hits, how often, and what they meet.</summary>
internal sealed record FaultRule
{
    public required string Id { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>Null for every family.</summary>
    public string? Family { get; init; }

    /// <summary>Null for every operation.</summary>
    public PathGlob? Operation { get; init; }

    /// <summary>How many calls it hits before it is spent; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>Share of the matching calls that it hits; drawn from the seed, so that a run can be repeated.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Null for the kind's own.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds for Retry-After; null for the kind's own.</summary>
    public int? RetryAfter { get; init; }

    public TimeSpan Latency { get; init; }

    /// <summary>Answered by an error instead of nothing.</summary>
    public string Body { get; init; } = "";

    public string? ContentType { get; init; }

    public bool Covers(Exchange exchange) =>
        (Family is null || string.Equals(Family, exchange.Portal.Family.Id, StringComparison.OrdinalIgnoreCase))
        && (Operation is null
            || Operation.Matches(exchange.Method, exchange.Path)
            || Operation.Matches(exchange.Plan!.Operation.Method, exchange.Plan.Operation.Path));
}
