namespace Harness.Drift.Reports;

/// <summary>One way to write a run down; add one by writing it and naming it in <see cref="ReportFormats"/>.</summary>
public interface IReportFormat
{
    /// <summary>As <c>--format</c> names it.</summary>
    string Id { get; }

    string FileName { get; }

    string Render(RunReport report);
}
