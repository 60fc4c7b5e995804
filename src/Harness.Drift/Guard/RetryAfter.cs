namespace Harness.Drift.Guard;

/// <summary>How long a host asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>Null when it does not say.</summary>
    public static TimeSpan? Of(GuardedAnswer answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when answer.Headers.Date is { } now && date > now => date - now,
        _ => null,
    };
}
