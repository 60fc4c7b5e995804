namespace Harness.Contracts;

/// <summary>How sure we are that the real portal behaves this way. Never present a lower grade as a higher one.</summary>
public enum EvidenceGrade
{
    /// <summary>Plausible, by analogy or by the framework the portal runs on; nobody has shown it.</summary>
    Inferred,

    /// <summary>Stated in public documentation or in a specification.</summary>
    Documented,

    /// <summary>Seen in a real answer.</summary>
    Observed,
}
