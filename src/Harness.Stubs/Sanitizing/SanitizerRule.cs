namespace Harness.Stubs.Sanitizing;

/// <summary>One thing that must not stay in a recording: what it is, what it looks like, what stands in its place.</summary>
public abstract class SanitizerRule
{
    /// <summary>Stable, as reports and the parity table name it.</summary>
    public abstract string Id { get; }

    public abstract string Catches { get; }

    /// <summary>Made up.</summary>
    public abstract string Example { get; }

    public abstract string StandIn { get; }
}
