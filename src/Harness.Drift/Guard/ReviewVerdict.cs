namespace Harness.Drift.Guard;

/// <summary>Whether a GET may be sent.</summary>
/// <param name="Reason">Stable code when it may not; empty when it may.</param>
public readonly record struct ReviewVerdict(string Reason, string Because)
{
    public bool IsSafe => Reason.Length == 0;

    public static ReviewVerdict Safe(string because) => new("", because);
}
