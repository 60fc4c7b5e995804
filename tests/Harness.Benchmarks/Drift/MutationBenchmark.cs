using System.Diagnostics;
using System.Globalization;
using Harness.Drift.Findings;
using Harness.Tests.Drift.Mutations;
using Harness.Tests.Drift.Mutations.Scoring;
using Harness.Tests.Drift.Mutations.Seeded;
using Spectre.Console;

namespace Harness.Benchmarks.Drift;

/// <summary>Precision and recall of the gate on changes put into the answers of the imported contracts.</summary>
internal static class MutationBenchmark
{
    /// <param name="arguments">Number of endpoints (0 for all), seed, file for the figures as JSON.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        int most = Number(arguments, 0, 300);
        int seed = Number(arguments, 1, 20260501);
        long begun = Stopwatch.GetTimestamp();
        IReadOnlyList<SeededEndpoint> endpoints = Contracts.Endpoints((ulong)seed, most);
        Console.WriteLine($"{endpoints.Count} endpoints, {MutationOperators.All.Count} operators, seed {seed}");
        MutationScore score = MutationRun.Score(endpoints, MutationOperators.All, done => Report(done, endpoints.Count));
        AnsiConsole.Profile.Width = 170;
        AnsiConsole.Write(MutationTable.Of(score));
        Console.WriteLine(Summary(score));
        Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");
        Faults(score);
        if (arguments.Count > 2)
        {
            File.WriteAllText(arguments[2], MutationJson.Of(score, seed));
        }
    }

    private static string Summary(MutationScore score) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        structural recall {score.StructuralRecall:0.0000} (macro {score.StructuralMacroRecall:0.0000}, places that came too seldom included {score.StructuralRecallOfAll:0.0000})
        by nights that showed the change: {string.Join(", ", Enumerable.Range(1, 5).Select(n => $"{n}: {score.StructuralRecallBy(n):0.0000}"))}
        gate precision {score.GatePrecision:0.0000}; recall of all operators {score.Recall:0.0000}; gated in the warm-up {score.WarmUpFalseGates}
        by contract alone: as written {score.AsWritten:0.00}, closed {score.Closed:0.00}, closed and all required {score.AllRequired:0.00}
        unchanged answers it calls broken: {score.CleanAlarms.AsWritten:0.00}, {score.CleanAlarms.Closed:0.00}, {score.CleanAlarms.AllRequired:0.00}
        """);

    private static void Faults(MutationScore score)
    {
        foreach (OperatorScore known in score.Operators)
        {
            foreach (MutantResult missed in known.Fair.Where(r => known.Operator.IsStructural ? !r.IsGated : !r.IsNamed).Take(4))
            {
                Console.WriteLine($"missed {known.Operator.Name} at {missed.Pointer} of {missed.Endpoint}: {string.Join("; ", missed.Echoes.Select(Text))}");
            }

            foreach (MutantResult wrong in known.Results.Where(r => r.FalseGates.Count > 0).Take(4))
            {
                Console.WriteLine($"false gate {known.Operator.Name} at {wrong.Pointer} of {wrong.Endpoint}: {string.Join("; ", wrong.FalseGates.Select(Text))}");
            }

            foreach (MutantResult echo in known.Results.Where(r => r.Echoes.Count > 0).Take(2))
            {
                Console.WriteLine($"echo {known.Operator.Name} at {echo.Pointer} of {echo.Endpoint}: {string.Join("; ", echo.Echoes.Select(Text))}");
            }
        }
    }

    private static string Text(Finding finding) => $"{finding.Rule} {finding.Pointer} {finding.Before} -> {finding.After} [{finding.Because}]";

    private static int Number(IReadOnlyList<string> arguments, int index, int otherwise) =>
        arguments.Count > index ? int.Parse(arguments[index], CultureInfo.InvariantCulture) : otherwise;

    private static void Report(int done, int all)
    {
        if (done % 50 == 0)
        {
            Console.Error.WriteLine($"{done} of {all}");
        }
    }
}
