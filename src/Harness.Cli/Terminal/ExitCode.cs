namespace Harness.Cli.Terminal;

/// <summary>What the process ends with; scripts rely on these.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Findings, leaks, problems in contracts.</summary>
    public const int Found = 1;

    /// <summary>Wrong usage or input.</summary>
    public const int Usage = 2;

    /// <summary>Session void, coverage floor missed.</summary>
    public const int Inconclusive = 3;

    /// <summary>Refused by a safety rail.</summary>
    public const int Refused = 4;

    public const int NothingRan = 5;

    /// <summary>By the person, with Ctrl+C; what shells use for it.</summary>
    public const int Stopped = 130;

    /// <summary>As help shows them.</summary>
    public const string Legend = "0 fine, 1 problems found, 2 wrong usage or input, 3 inconclusive, 4 refused by a safety rail, 5 nothing ran";
}
