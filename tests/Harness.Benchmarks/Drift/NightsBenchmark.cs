using System.Diagnostics;
using System.Globalization;
using Harness.Drift.Findings;
using Harness.Tests.Drift.Mutations.Scoring;
using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Benchmarks.Drift;

/// <summary>Gated alarms while nobody changes anything.</summary>
internal static class NightsBenchmark
{
    /// <param name="arguments">Nights after the warm-up, number of endpoints (0 for all), seed.</param>
    public static void Run(IReadOnlyList<string> arguments)
    {
        int nights = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 30;
        int most = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 0;
        int seed = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 20260501;
        IReadOnlyList<SeededEndpoint> endpoints = Contracts.Endpoints((ulong)seed, most);
        Console.WriteLine($"{endpoints.Count} endpoints, {nights} nights after {EndpointNights.WarmUp}, seed {seed}");
        long begun = Stopwatch.GetTimestamp();
        int night = 0;
        var warnings = new List<string>();
        var gated = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<Finding> findings in CleanNights.Run(endpoints, nights))
        {
            night++;
            warnings.AddRange(findings.Where(f => f.Severity > Severity.Info).Select(f => f.Rule));
            foreach (Finding alarm in findings.Where(f => f.Gates && gated.Add(f.Fingerprint)))
            {
                Console.WriteLine($"night {night}: {alarm.Rule} {alarm.Family} {alarm.Path} {alarm.Pointer} {alarm.Before} -> {alarm.After} [{alarm.Because}]");
            }
        }

        double per = endpoints.Count * nights == 0 ? 0 : gated.Count * 45_000.0 / (endpoints.Count * nights);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{gated.Count} gated alarms, {per:0.00} in 30 nights of 1,500 endpoints; {warnings.Count} warnings ({string.Join(", ", warnings.GroupBy(w => w).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"))}); {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s"));
    }
}
