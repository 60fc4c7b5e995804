using Harness.Drift.Reports.Html;

namespace Harness.Drift.Reports;

/// <summary>Every report format, in the order in which help names them.</summary>
public static class ReportFormats
{
    public static readonly IReadOnlyList<IReportFormat> All =
    [
        new JsonReport(),
        new MarkdownReport(),
        new HtmlReport(),
        new SarifReport(),
        new JunitReport(),
        new CtrfReport(),
    ];

    /// <summary>Null for a name that is no format.</summary>
    public static IReportFormat? Find(string id) => All.FirstOrDefault(f => f.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
