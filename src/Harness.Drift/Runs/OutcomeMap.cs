using Harness.Contracts.Operations;
using Harness.Drift.Comparison;
using Harness.Drift.Findings;
using Harness.Drift.Probing;
using Harness.Drift.Reports;

namespace Harness.Drift.Runs;

/// <summary>Says of every planned operation how it came out, and whether that is an answer to the question that was asked.</summary>
internal sealed class OutcomeMap
{
    // The session, the network or the runner was in the way; every other environment rule is a fact about the tenant, and settles the matter.
    private static readonly HashSet<string> Unsettled = new(StringComparer.Ordinal) { "DRIFT001", "DRIFT004", "DRIFT005", "DRIFT006", "DRIFT008", "DRIFT009", "DRIFT012" };

    private readonly Dictionary<string, Observation[]> _seen;
    private readonly ILookup<string, Finding> _findings;
    private readonly ILookup<string, Finding> _environment;
    private readonly Dictionary<string, string> _triage;
    private readonly Dictionary<string, Operation> _operations;
    private readonly ContractPlaces _places;

    public OutcomeMap(IReadOnlyList<Observation> observations, ComparisonOutcome judgment, IEnumerable<Operation> operations, ContractPlaces places)
    {
        _seen = observations.GroupBy(o => Key(o.Family, o.Method, o.Path), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _findings = judgment.Findings.ToLookup(f => Key(f.Family, f.Method, f.Path), StringComparer.Ordinal);
        _environment = judgment.Environment.Where(f => f.Path.Length > 0).ToLookup(f => Key(f.Family, f.Method, f.Path), StringComparer.Ordinal);
        _triage = judgment.Triage.ToDictionary(t => Key(t.Key.Family, t.Key.Method, t.Key.Path), t => t.Value, StringComparer.Ordinal);
        _places = places;
        _operations = operations.GroupBy(o => o.ToString(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    public ReportedOperation Of(PlannedRow row)
    {
        Observation[] seen = _seen.GetValueOrDefault(row.Key) ?? [];
        Observation? last = Array.FindLast(seen, o => o.Outcome == ProbeOutcome.Answered);
        (OperationOutcome outcome, string reason) = Judge(row, seen);
        return new ReportedOperation
        {
            Family = row.Family,
            Method = row.Method,
            Path = row.Path,
            Outcome = outcome,
            Reason = reason,
            Status = last?.Status ?? 0,
            Milliseconds = (long)(last?.Latency.TotalMilliseconds ?? 0),
            Contract = _operations.TryGetValue(row.Key, out Operation? operation) ? _places.Of(operation) : null,
        };
    }

    public static bool IsConclusive(ReportedOperation operation) => operation.Outcome switch
    {
        OperationOutcome.Passed or OperationOutcome.Drifted => true,
        OperationOutcome.Environment => !Unsettled.Contains(operation.Reason),
        _ => false,
    };

    private (OperationOutcome Outcome, string Reason) Judge(PlannedRow row, Observation[] seen)
    {
        if (row.Skipped.Length > 0)
        {
            return (OperationOutcome.NotProbed, row.Skipped);
        }

        if (_findings[row.Key].Any(f => f.Severity >= Severity.Warn && f.State is FindingState.New or FindingState.Known))
        {
            return (OperationOutcome.Drifted, "");
        }

        if (_environment[row.Key].FirstOrDefault() is { } environment)
        {
            return (OperationOutcome.Environment, environment.Rule);
        }

        if (seen.Length > 0 && Array.TrueForAll(seen, o => o.Outcome == ProbeOutcome.NotSent))
        {
            return (OperationOutcome.NotProbed, seen[0].Reason);
        }

        return _triage.TryGetValue(row.Key, out string? rule) && rule.StartsWith("DRIFT0", StringComparison.Ordinal) ? (OperationOutcome.Environment, rule)
            : Array.Exists(seen, o => o.Outcome == ProbeOutcome.Answered) ? (OperationOutcome.Passed, "")
            : (OperationOutcome.NotProbed, "not-reached");
    }

    private static string Key(string family, string method, string path) => $"{family} {method} {path}";
}
