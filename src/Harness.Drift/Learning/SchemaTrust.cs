namespace Harness.Drift.Learning;

/// <summary>How much of what a place looks like may go into its schema.</summary>
internal enum SchemaTrust
{
    /// <summary>Anything may stand there.</summary>
    Nothing,

    /// <summary>Types and names: no format, no words, nothing required.</summary>
    Structure,

    Everything,
}
