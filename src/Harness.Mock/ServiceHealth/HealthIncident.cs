namespace Harness.Mock.ServiceHealth;

/// <summary>A service that did not do well for a while.</summary>
/// <param name="End">When it was over; nobody knows before.</param>
internal sealed record HealthIncident(string Id, HealthWorkload Workload, HealthFeature Feature, DateTimeOffset Start, DateTimeOffset End)
{
    public const string Operational = "ServiceOperational";

    private static readonly (double Share, string Status, string Text)[] Course =
    [
        (0, "Investigating", "We are looking into reports that some users are affected."),
        (0.2, "ServiceDegradation", "We have found what is wrong, and work on it."),
        (0.7, "RestoringService", "A correction is being rolled out."),
        (1, "ServiceRestored", "The service works as it should again."),
    ];

    /// <summary>The last word that was said by then.</summary>
    public string StatusAt(DateTimeOffset now) => Said(now).Last().Status;

    public bool IsOpenAt(DateTimeOffset now) => Start <= now && now < End;

    /// <summary>What had been published by then; at least one message once it has begun.</summary>
    public IEnumerable<(DateTimeOffset At, string Status, string Text)> Said(DateTimeOffset now) =>
        Course.Select(c => (Start + ((End - Start) * c.Share), c.Status, c.Text)).Where(c => c.Item1 <= now);
}
