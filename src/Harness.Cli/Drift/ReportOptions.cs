using System.CommandLine;
using Harness.Drift.Reports;

namespace Harness.Cli.Drift;

/// <summary>Where a run or a merge reads its baseline and writes its reports.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string> _out = new("--out") { Description = "Folder for the reports and the record of the run.", DefaultValueFactory = _ => "drift-out" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Folder of what was learned of the target; contracts/baselines/<target> if left out." };
    private readonly Option<bool> _noBaseline = new("--no-baseline") { Description = "Neither read nor write a baseline." };
    private readonly Option<string> _format = new("--format") { Description = "Report files, comma-separated.", DefaultValueFactory = _ => string.Join(',', ReportFormats.All.Select(f => f.Id)) };

    public void AddTo(Command command)
    {
        Option[] all = [_out, _baseline, _noBaseline, _format];
        Array.ForEach(all, command.Options.Add);
        _format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Array.Find(Words(text), w => ReportFormats.Find(w) is null) is { } unknown)
            {
                result.AddError($"There is no report format '{unknown}'; use {string.Join(", ", ReportFormats.All.Select(f => f.Id))}.");
            }
        });
    }

    public string Out(ParseResult parsed) => parsed.GetValue(_out)!;

    /// <summary>Null with <c>--no-baseline</c>.</summary>
    /// <param name="recorded">What the parts of a merge had, where the person does not say otherwise.</param>
    public string? Baseline(ParseResult parsed, string target, string? recorded = null) =>
        parsed.GetValue(_noBaseline) ? null : parsed.GetValue(_baseline) ?? recorded ?? Path.Combine("contracts", "baselines", target);

    public bool SaysBaseline(ParseResult parsed) => parsed.GetValue(_noBaseline) || parsed.GetValue(_baseline) is not null;

    /// <summary>The report itself is always written: merge, explain and accept read it.</summary>
    public IReadOnlyList<IReportFormat> Formats(ParseResult parsed)
    {
        string[] words = Words(parsed.GetValue(_format)!);
        return [.. ReportFormats.All.Where(f => f is JsonReport || words.Contains(f.Id, StringComparer.OrdinalIgnoreCase))];
    }

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
