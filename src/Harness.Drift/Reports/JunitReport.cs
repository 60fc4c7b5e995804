using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports;

/// <summary><c>report.junit.xml</c>: a suite a family, a test case an operation, so that any CI server can show a run.</summary>
public sealed class JunitReport : IReportFormat
{
    public string Id => "junit";

    public string FileName => "report.junit.xml";

    public string Render(RunReport report)
    {
        ILookup<string, Finding> findings = report.Findings.ToLookup(Key, StringComparer.Ordinal);
        XElement[] suites = [.. report.Operations.GroupBy(o => o.Family, StringComparer.Ordinal).Select(g => Suite(report, g, findings))];
        var root = new XElement(
            "testsuites",
            new XAttribute("name", Xml($"harness drift {report.Target}")),
            Totals(report.Operations),
            new XAttribute("time", Seconds((report.FinishedAt - report.StartedAt).TotalSeconds)),
            suites);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Suite(RunReport report, IGrouping<string, ReportedOperation> family, ILookup<string, Finding> findings) => new(
        "testsuite",
        new XAttribute("name", Xml(family.Key)),
        Totals([.. family]),
        new XAttribute("timestamp", report.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        new XAttribute("time", Seconds(family.Sum(o => o.Milliseconds) / 1000.0)),
        new XElement("properties", new XElement("property", new XAttribute("name", "runId"), new XAttribute("value", Xml(report.RunId)))),
        family.Select(o => Case(o, [.. findings[$"{o}"]])));

    private static XElement Case(ReportedOperation operation, IReadOnlyList<Finding> findings)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("classname", Xml(operation.Family)),
            new XAttribute("name", Xml($"{operation.Method} {operation.Path}")),
            new XAttribute("time", Seconds(operation.Milliseconds / 1000.0)));
        switch (operation.Outcome)
        {
            case OperationOutcome.Drifted:
                Finding[] loud = [.. FindingText.InOrder(findings)];
                element.Add(new XElement(
                    "failure",
                    new XAttribute("type", loud.Length > 0 ? loud[0].Rule : "DRIFT"),
                    new XAttribute("message", Xml(loud.Length > 0 ? FindingText.Message(loud[0]) : operation.Reason)),
                    Xml(Lines(loud))));
                break;
            case OperationOutcome.Faulted:
                element.Add(new XElement("error", new XAttribute("type", "tool-fault"), new XAttribute("message", Xml(operation.Reason))));
                break;
            case OperationOutcome.Environment or OperationOutcome.NotProbed:
                element.Add(new XElement("skipped", new XAttribute("message", Xml(operation.Reason))));
                break;
            case OperationOutcome.Passed when findings.Count > 0:
                element.Add(new XElement("system-out", Xml(Lines(findings))));
                break;
        }

        return element;
    }

    private static XAttribute[] Totals(IReadOnlyCollection<ReportedOperation> operations) =>
    [
        new("tests", operations.Count),
        new("failures", operations.Count(o => o.Outcome == OperationOutcome.Drifted)),
        new("errors", operations.Count(o => o.Outcome == OperationOutcome.Faulted)),
        new("skipped", operations.Count(o => o.Outcome is OperationOutcome.Environment or OperationOutcome.NotProbed)),
    ];

    private static string Lines(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Select(f => $"{f.Rule} {f.Severity} {f.Evidence}{(f.Gates ? " gates" : "")} {f.Fingerprint}: {FindingText.Message(f)}"));

    private static string Key(Finding finding) => $"{finding.Family} {finding.Method} {finding.Path}";

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML 1.0 has no place for most control characters, not even escaped.
    private static string Xml(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
