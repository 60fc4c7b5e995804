namespace Harness.Tests.Stubs.Sanitizing.Planted;

/// <summary>How well a recording was sanitized.</summary>
/// <param name="Kept">By class: how many values had to survive, and how many did not.</param>
internal sealed record Score(
    IReadOnlyList<Plant> Leaks, IReadOnlyDictionary<string, (int Total, int Lost)> Kept, IReadOnlyList<string> Lost, IReadOnlyList<string> BrokenLinks, IReadOnlyList<string> BrokenBodies, int Links)
{
    public double OverRedaction => 100.0 * Kept.Values.Sum(k => k.Lost) / Kept.Values.Sum(k => k.Total);

    public double WorstClass => Kept.Values.Max(k => 100.0 * k.Lost / k.Total);

    /// <summary>Larger is worse.</summary>
    public int Faults => Leaks.Count + Lost.Count + BrokenLinks.Count + BrokenBodies.Count;
}
