namespace Harness.Cli.Doctor;

/// <summary>What a check of the machine came to.</summary>
internal enum CheckStatus
{
    Fine,

    /// <summary>Not there, and most work goes on without it.</summary>
    Optional,

    Wrong,
}
