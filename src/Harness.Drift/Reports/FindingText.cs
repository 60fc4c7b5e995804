using Harness.Drift.Comparison;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary>How the reports speak of a finding, the same in all of them.</summary>
public static class FindingText
{
    public static string Place(Finding finding) =>
        finding.Pointer.Length == 0 ? $"{finding.Method} {finding.Path}" : $"{finding.Method} {finding.Path} {finding.Pointer}";

    public static string Change(Finding finding) => Change(finding.Before, finding.After);

    private static string Change(string was, string now) => (was, now) switch
    {
        ({ Length: 0 }, { Length: 0 }) => "",
        ({ Length: 0 }, var after) => $"nothing -> {after}",
        (var before, { Length: 0 }) => $"{before} -> nothing",
        (var before, var after) => $"{before} -> {after}",
    };

    public static string Message(Finding finding)
    {
        string change = Change(finding);
        return change.Length == 0 ? $"{finding.Title}: {Place(finding)}. {finding.Because}" : $"{finding.Title}: {Place(finding)} ({change}). {finding.Because}";
    }

    public static string Proposal(ContractPatch patch) => Change(patch.Before, patch.After) is { Length: > 0 } change ? $"{patch.Change}: {change}" : patch.Change;

    public static string Because(ContractPatch patch) => $"{VerdictText.Plural(patch.Runs, "run")} agree on it.";

    /// <summary>A command that probes this one operation again and says the same, or no longer.</summary>
    public static string Replay(RunReport report, Finding finding) =>
        $"harness drift run --target {Quote(report.TargetFile.Length == 0 ? $"{report.Target}.yml" : report.TargetFile)} --only {Quote($"{finding.Method} {finding.Path}")}";

    /// <summary>Gating first, then the loudest, then by place.</summary>
    public static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .OrderByDescending(f => f.Gates).ThenByDescending(f => f.Severity).ThenBy(f => f.State)
        .ThenBy(f => f.Family, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)
        .ThenBy(f => f.Pointer, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal);

    // Single quotes stop a shell from reading anything in a path template; a quote of its own ends and begins them.
    private static string Quote(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/')
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
