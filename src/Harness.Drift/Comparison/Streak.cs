namespace Harness.Drift.Comparison;

/// <summary>For how many runs something that used to hold has not held any more, and how often it held before.</summary>
/// <param name="Held">Runs before the streak in which it held.</param>
/// <param name="Runs">Runs before the streak that could tell.</param>
/// <param name="Absences">Runs of the streak, tonight's among them.</param>
/// <param name="IsPaired">Several objects that had it lost it at once.</param>
public readonly record struct Streak(int Held, int Runs, int Absences, bool IsPaired)
{
    /// <summary>The same objects are looked at every night: their runs tell the same again and again, and only <see cref="IsPaired"/> makes sure.</summary>
    public bool IsOfObjects { get; init; }

    public double Chance => Posterior.OfAbsence(Held, Runs, Absences);

    public bool HeldAlways => Held == Runs;

    /// <summary>Null when it holds tonight, when tonight cannot tell, or when it never held.</summary>
    /// <param name="before">Oldest first; null for a run that cannot tell.</param>
    public static Streak? Of(IReadOnlyList<bool?> before, bool? tonight)
    {
        if (tonight != false)
        {
            return null;
        }

        int absences = 1;
        int end = before.Count;
        while (end > 0 && before[end - 1] != true)
        {
            end--;
            absences += before[end] == false ? 1 : 0;
        }

        int held = 0;
        int runs = 0;
        for (int i = 0; i < end; i++)
        {
            held += before[i] == true ? 1 : 0;
            runs += before[i] is null ? 0 : 1;
        }

        return held == 0 ? null : new Streak(held, runs, absences, false);
    }
}
