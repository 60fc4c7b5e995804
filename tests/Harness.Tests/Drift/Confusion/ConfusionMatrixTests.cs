using System.Text;
using Harness.Drift.Findings;
using Harness.Drift.Reports;

namespace Harness.Tests.Drift.Confusion;

/// <summary>Every cause against every access model, through the mock: surroundings are never drift, and what vanished is never excused.</summary>
internal sealed class ConfusionMatrixTests
{
    [TestCase("defender")]
    [TestCase("sharepoint-admin")]
    [TestCase("entra-iga")]
    [TestCase("purview")]
    [TestCase("teams")]
    [TestCase("exchange")]
    [TestCase("security-copilot")]
    [TestCase("m365-apps-inventory")]
    public async Task No_cause_is_taken_for_another(string family)
    {
        await using ConfusionBench bench = await ConfusionBench.Start(family);
        var matrix = new StringBuilder($"{family}: {bench.Victim} suffers\n");
        var wrong = new List<string>();
        foreach (Cause cause in Causes.All)
        {
            IReadOnlyList<RunReport>? nights = await bench.Suffer(cause);
            string[] mistakes = nights is null ? [] : [.. Mistakes(cause, bench, nights)];
            matrix.AppendLine($"  {(mistakes.Length > 0 ? "WRONG" : nights is null ? "-" : "ok"),-6}{cause,-36}{(nights is null ? "" : string.Join(" | ", nights.Select(n => Row(n, bench))))}");
            wrong.AddRange(mistakes.Select(m => $"{cause}: {m}"));
        }

        TestContext.Out.WriteLine(matrix);
        wrong.Should().BeEmpty(matrix.ToString().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Mistakes(Cause cause, ConfusionBench bench, IReadOnlyList<RunReport> nights)
    {
        for (int i = 0; i < nights.Count; i++)
        {
            Finding[] loud = [.. nights[i].Findings.Where(f => f.Severity >= Severity.Warn && !bench.Usual.Contains(f.Fingerprint))];
            Finding[] told = [.. nights[i].Environment.Where(f => !bench.Usual.Contains(f.Fingerprint))];
            foreach (Finding other in loud.Where(f => cause.GatesOn == 0 || $"GET {f.Path}" != bench.Victim || !cause.Named.Contains(f.Rule)))
            {
                yield return $"night {i + 1} tells {other.Rule} of {other.Path} {other.Pointer}";
            }

            foreach (string rule in told.Select(f => f.Rule).Distinct().Except(cause.Named).Except(cause.Beside).Where(r => r is not ("DRIFT007" or "DRIFT011")))
            {
                yield return $"night {i + 1} names it {rule}";
            }

            if (cause.Named.Length > 0 && !loud.Concat(told).Any(f => cause.Named.Contains(f.Rule)))
            {
                yield return $"night {i + 1} does not name it";
            }

            bool gates = nights[i].Findings.Any(f => f.Gates);
            if (gates != (cause.GatesOn > 0 && i + 1 >= cause.GatesOn))
            {
                yield return gates ? $"night {i + 1} gates" : $"night {i + 1} excuses it";
            }
        }
    }

    private static string Row(RunReport report, ConfusionBench bench) => string.Join(
        ' ',
        report.Findings.Concat(report.Environment).Where(f => !bench.Usual.Contains(f.Fingerprint))
            .GroupBy(f => (f.Rule, f.Gates)).Select(g => $"{g.Key.Rule[5..]}{(g.Key.Gates ? "!" : "")}{(g.Count() > 1 ? $"x{g.Count()}" : "")}").Prepend($"{report.ExitCode}:"));
}
