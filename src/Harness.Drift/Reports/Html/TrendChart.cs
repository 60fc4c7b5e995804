using System.Globalization;

namespace Harness.Drift.Reports.Html;

/// <summary>The last fourteen nights: bars for findings, a line for how much could be judged.</summary>
internal static class TrendChart
{
    public const int Nights = 14;

    private const int Width = 700;
    private const int Height = 120;
    private const int Top = 16;
    private const int Step = Width / Nights;

    public static void Add(HtmlText html, RunReport report)
    {
        Night[] nights = [.. report.Trend.TakeLast(Nights)];
        if (nights.Length == 0)
        {
            return;
        }

        int most = Math.Max(1, nights.Max(n => n.Findings));
        html.Add($"<section><h2>Last nights</h2><svg role=\"img\" width=\"{Width}\" height=\"{Height + Top + 24}\" viewBox=\"0 0 {Width} {Height + Top + 24}\">")
            .Add($"<title>Findings and conclusive share of the last {nights.Length} runs</title>")
            .Add($"<line class=\"axis\" x1=\"0\" y1=\"{Height + Top}\" x2=\"{Width}\" y2=\"{Height + Top}\"/>");
        for (int i = 0; i < nights.Length; i++)
        {
            Bar(html, nights[i], i, most);
        }

        string points = string.Join(' ', nights.Select((n, i) => $"{(i * Step) + (Step / 2)},{Height + Top - Scale(Height, n.Conclusive, Math.Max(1, n.Sendable))}"));
        html.Add($"<polyline class=\"share\" points=\"{points}\"/></svg><p class=\"soft\">Bars: findings of level warn and error, with those that gate in brackets. Line: share of the planned GETs that could be judged.</p></section>");
    }

    private static void Bar(HtmlText html, Night night, int index, int most)
    {
        // An empty night still shows its verdict.
        int height = Math.Max(3, Scale(Height, night.Findings, most));
        int x = (index * Step) + 8;
        html.Add($"<rect class=\"bar-{VerdictText.Word(night.Verdict).ToLowerInvariant()}\" x=\"{x}\" y=\"{Height + Top - height}\" width=\"{Step - 16}\" height=\"{height}\" rx=\"2\">")
            .Add($"<title>{VerdictText.Time(night.At)}: {VerdictText.Word(night.Verdict)}</title></rect>")
            .Add($"<text x=\"{x}\" y=\"{Height + Top - height - 4}\">{night.Findings}{(night.Gating > 0 ? $" ({night.Gating})" : "")}</text>")
            .Add($"<text x=\"{x}\" y=\"{Height + Top + 16}\">{night.At.UtcDateTime.ToString("dd MMM", CultureInfo.InvariantCulture)}</text>");
    }

    private static int Scale(int height, int part, int whole) => (int)Math.Round((double)height * part / whole);
}
