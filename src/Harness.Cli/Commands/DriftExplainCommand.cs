using System.CommandLine;
using System.Text.Json.Nodes;
using Harness.Cli.Terminal;
using Harness.Contracts;
using Harness.Drift.Findings;
using Harness.Drift.Reports;
using Harness.Drift.Rules;

namespace Harness.Cli.Commands;

/// <summary><c>harness drift explain</c>: what a finding or a rule means, and what to do about it.</summary>
internal sealed class DriftExplainCommand : ICommandFactory
{
    private readonly Argument<string> _what = new("what") { Description = "A fingerprint out of a report, or a rule such as DRIFT301." };
    private readonly Option<string> _out = new("--out") { Description = "Folder of the report that the fingerprint is from.", DefaultValueFactory = _ => "drift-out" };

    public Command Create(IDictionary<Command, IReadOnlyList<string>> examples)
    {
        var command = new Command("explain", "What a finding or a rule means, and what to do about it.") { _what, _out };
        command.SetAction(Run);
        examples[command] = ["harness drift explain DRIFT301", "harness drift explain 3f9a0c1d22e4b7aa --out drift-out"];
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var screen = new Screen(parsed);
        string what = parsed.GetValue(_what)!;
        if (RuleRegistry.Find(what) is { } rule)
        {
            Show(screen, rule, null, null);
            return ExitCode.Fine;
        }

        RunReport report = new ReportFolder(parsed.GetValue(_out)!).Read();
        Finding finding = report.Findings.Concat(report.Environment).FirstOrDefault(f => f.Fingerprint.Equals(what, StringComparison.OrdinalIgnoreCase))
            ?? throw new HarnessException($"'{what}' is no rule, and no finding of the report in '{parsed.GetValue(_out)}'", "Take a fingerprint from that report, name another with --out, or see 'harness drift rules'");
        Show(screen, RuleRegistry.Find(finding.Rule), finding, report);
        return ExitCode.Fine;
    }

    private static void Show(Screen screen, DriftRule? rule, Finding? finding, RunReport? report)
    {
        if (screen.IsJson)
        {
            screen.Json(Document(rule, finding, report));
            return;
        }

        if (finding is not null)
        {
            screen.Line($"{finding.Rule} {finding.Title} ({finding.State.ToString().ToLowerInvariant()}{(finding.Gates ? ", gates" : "")})");
            screen.Line($"  where:    {finding.Family} {finding.Method} {finding.Path} {finding.Pointer}".TrimEnd());
            screen.Line($"  before:   {finding.Before}");
            screen.Line($"  after:    {finding.After}");
            screen.Line($"  because:  {finding.Because}");
            screen.Line($"  evidence: {finding.Evidence}, {Meaning(finding.Evidence)}");
            screen.Line($"  contract: {(finding.Contract is { } at ? $"{at.File}:{at.Line}" : "none")}");
            screen.Line($"  again:    {FindingText.Replay(report!, finding)}");
            screen.Line($"  accept:   harness drift accept {finding.Fingerprint} --target {report!.Target}");
            screen.Line();
        }

        if (rule is not null)
        {
            screen.Line($"{rule.Id} {rule.Title}: {rule.Severity.ToString().ToLowerInvariant()} at most, {(rule.MayGate ? "may gate" : "never gates")}");
            screen.Line(rule.Explanation);
        }
    }

    private static JsonObject Document(DriftRule? rule, Finding? finding, RunReport? report) => new()
    {
        ["rule"] = rule is null ? null : DriftRulesCommand.Document(rule),
        ["finding"] = finding is null ? null : JsonNode.Parse(new JsonReport().Render(report! with { Findings = [finding], Environment = [] }))!["findings"]![0]!.DeepClone(),
        ["replay"] = finding is null ? null : FindingText.Replay(report!, finding),
    };

    private static string Meaning(EvidenceLevel level) => level switch
    {
        EvidenceLevel.E0 => "one answer",
        EvidenceLevel.E1 => "asked again, the same",
        EvidenceLevel.E2 => "seen in two runs or more",
        EvidenceLevel.E3 => "the same object changed, or chance is ruled out",
        _ => "chance is ruled out, and the session was good before and after",
    };
}
