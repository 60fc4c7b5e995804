namespace Harness.Drift.Comparison;

/// <summary>How likely it is that nothing changed and chance alone kept something away.</summary>
/// <remarks>
/// Jeffreys' predictive: seen in k of N runs, absent in all m since: the product over i below m of (N - k + 1/2 + i) / (N + 1 + i). An optional
/// member falls out by itself: seen in half of fifty runs, three absences are worth .13.
/// </remarks>
public static class Posterior
{
    public const double Warn = 0.01;
    public const double Gate = 0.001;

    /// <summary>Instead of <see cref="Gate"/> for a member that stays away and nothing else: measured on 1,250 endpoints, a portal has thousands that come and go.</summary>
    public const double GateOfAbsence = 0.0001;

    /// <summary>The same for a member that some objects had and others had not.</summary>
    public const double GateOfOptional = 0.00001;

    /// <summary>Above this chance a difference is not worth a line.</summary>
    public const double Mention = 0.05;

    /// <summary>Among thousands of places some come a few nights in a row by chance and then stay away.</summary>
    public const int FewestRuns = 5;

    public static double OfAbsence(int seen, int runs, int absences)
    {
        double probability = 1;
        for (int i = 0; i < absences; i++)
        {
            probability *= (runs - seen + 0.5 + i) / (runs + 1.0 + i);
        }

        return probability;
    }
}
