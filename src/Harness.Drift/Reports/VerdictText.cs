using System.Globalization;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>The first lines of every report, the same in all of them.</summary>
internal static class VerdictText
{
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Clean => "Clean",
        Verdict.Drift => "Drift",
        _ => "Inconclusive",
    };

    public static string Counts(RunReport report) =>
        $"{Plural(report.Count(FindingState.New), "new finding")}, {report.Count(FindingState.Known)} known, {report.Resolved.Count} resolved"
        + Extra(report.Count(FindingState.Accepted), "accepted") + Extra(report.Count(FindingState.Suppressed), "suppressed");

    public static string Health(RunReport report)
    {
        RunCoverage coverage = report.Coverage;
        string share = coverage.Sendable == 0 ? "none" : Percent(coverage.Share);
        return $"{coverage.Planned} GETs planned, {coverage.Probed} answered, {coverage.Observed2xx} with 2xx; "
            + $"{coverage.Conclusive} of {coverage.Sendable} conclusive ({share}, floor {Percent(coverage.Floor)})";
    }

    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    public static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static string Extra(int count, string word) => count == 0 ? "" : $", {count} {word}";
}
