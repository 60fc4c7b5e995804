using Harness.Drift.Findings;

namespace Harness.Tests.Drift.Mutations.Scoring;

/// <summary>What became of one mutant.</summary>
internal sealed record MutantResult(string Operator, string Endpoint, string Pointer)
{
    /// <summary>Nights of the warm-up in which the place came.</summary>
    public int ShownBefore { get; init; }

    /// <summary>Nights after the change in which the answers were other ones than without it.</summary>
    public int ShownAfter { get; init; }

    /// <summary>Too little of the place came, before or after, for any rule that counts nights.</summary>
    public bool IsThin => ShownBefore < MutantTrial.EnoughBefore || ShownAfter < MutantTrial.EnoughAfter;

    /// <summary>A finding named the cause at the right place.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Such a finding turned the run red.</summary>
    public bool IsGated { get; init; }

    /// <summary>Nights that showed the change until then; 0 when it was not found.</summary>
    public int Nights { get; init; }

    /// <summary>Gated findings about something else.</summary>
    public IReadOnlyList<Finding> FalseGates { get; init; } = [];

    /// <summary>Warnings and errors about something else on the last night.</summary>
    public IReadOnlyList<Finding> Echoes { get; init; } = [];

    public bool SeenAsWritten { get; init; }

    public bool SeenClosed { get; init; }

    public bool SeenAllRequired { get; init; }
}
