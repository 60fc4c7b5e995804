using System.Globalization;
using Harness.Tests.Drift.Mutations.Scoring;
using Spectre.Console;

namespace Harness.Benchmarks.Drift;

/// <summary>The figures as a table for a person.</summary>
internal static class MutationTable
{
    public static Table Of(MutationScore score)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("operator", "gate", "mutants", "thin", "found", "missed", "false gates", "echoes", "by 3", "by 4", "recall", "precision", "as written", "closed", "required");
        foreach (OperatorScore known in score.Operators.OrderByDescending(o => o.Operator.IsStructural).ThenBy(o => o.Operator.Name, StringComparer.Ordinal))
        {
            table.AddRow(
                known.Operator.Name, known.Operator.IsStructural ? "yes" : "", $"{known.Mutants}", $"{known.Thin}", $"{known.Found}", $"{known.Missed}", $"{known.FalseGates}", $"{known.Echoes}",
                Text(OperatorScore.Rate(known.FoundBy(3), known.Mutants)), Text(OperatorScore.Rate(known.FoundBy(4), known.Mutants)), Text(known.Recall), Text(known.Precision), Share(known, r => r.SeenAsWritten), Share(known, r => r.SeenClosed), Share(known, r => r.SeenAllRequired));
        }

        return table;
    }

    private static string Share(OperatorScore score, Func<MutantResult, bool> isSeen) => Text(OperatorScore.Rate(score.Fair.Count(isSeen), score.Mutants));

    private static string Text(double rate) => rate.ToString("0.000", CultureInfo.InvariantCulture);
}
