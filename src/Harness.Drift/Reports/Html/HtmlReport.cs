using System.Security.Cryptography;
using System.Text;
using Harness.Drift.Findings;

namespace Harness.Drift.Reports.Html;

/// <summary><c>report.html</c>: one self-contained page without script, fit to be opened from an artifact or sent by mail.</summary>
public sealed class HtmlReport : IReportFormat
{
    private static readonly string Style = ReadStyle();

    public string Id => "html";

    public string FileName => "report.html";

    public string Render(RunReport report)
    {
        var html = new HtmlText();
        Head(html, report);
        html.Raw("<main>");
        FirstScreen.Add(html, report);
        FindingCards.Add(html, report, "Findings that gate", report.Gating);
        FindingCards.Add(html, report, "New findings that do not gate", report.News.Where(f => !f.Gates));
        FindingCards.AddFolded(html, report, "Known findings", report.Findings.Where(f => !f.Gates && f.State == FindingState.Known));
        FindingCards.AddFolded(html, report, "Accepted or suppressed", report.Findings.Where(f => !f.Gates && f.State is FindingState.Accepted or FindingState.Suppressed));
        Lists.Resolved(html, report);
        Lists.Environment(html, report);
        CoverageMap.Add(html, report);
        TrendChart.Add(html, report);
        Lists.Patches(html, report);
        Lists.Skipped(html, report);
        html.Add($"<p class=\"soft\">harness {ToolVersion.Text}, run {report.RunId}. Types, counts and path templates only: no value of the tenant is in this page.</p>");
        return html.Raw("</main></body></html>\n").ToString();
    }

    // The hash allows this one style sheet and nothing else: no script, no image, no request to anywhere.
    private static void Head(HtmlText html, RunReport report)
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">")
            .Add($"<title>{VerdictText.Word(report.Verdict)}: {report.Target}</title>")
            .Raw($"<style>{Style}</style></head><body>");
    }

    private static string ReadStyle()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("Harness.Drift.report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
