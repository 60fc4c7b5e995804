using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>Workflow commands that put findings at their contract lines in a pull request.</summary>
public static class GithubAnnotations
{
    /// <summary>GitHub drops what goes beyond it, without a word.</summary>
    private const int MostOfAKind = 10;

    /// <summary>The newest that gate come first; nothing for what people have dealt with.</summary>
    public static IEnumerable<string> Of(RunReport report) => FindingText.InOrder(report.Findings)
        .Where(f => f.State is FindingState.New or FindingState.Known)
        .OrderByDescending(f => f.Gates).ThenBy(f => f.State)
        .GroupBy(f => Command(f))
        .SelectMany(kind => kind.Take(MostOfAKind).Select(f => Line(kind.Key, f)));

    private static string Command(Finding finding) => finding switch
    {
        { Gates: true } => "error",
        { Severity: Severity.Info } => "notice",
        _ => "warning",
    };

    private static string Line(string command, Finding finding) =>
        $"::{command} file={Property(ContractUri.Of(finding))},line={Math.Max(1, finding.Contract?.Line ?? 1)},title={Property($"{finding.Rule} {finding.Title}")}::{Data(FindingText.Message(finding))}";

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
