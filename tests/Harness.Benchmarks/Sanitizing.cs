using System.Diagnostics;
using System.Text.Json.Nodes;
using Harness.Contracts;
using Harness.Stubs.Har;
using Harness.Stubs.Sanitizing;
using Harness.Tests.Stubs.Sanitizing.Planted;

namespace Harness.Benchmarks;

/// <summary><c>dotnet run -c Release -- sanitize [seeds]</c>: megabytes of raw HAR a second on one core, and the score over many seeds.</summary>
internal static class Sanitizing
{
    private const string Key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public static void Run(int seeds)
    {
        Measure("warm-up", TypicalHar.Build(1, 300));
        Measure("typical portal traffic", TypicalHar.Build(2, 4000));
        Measure("lists that never repeat a row", TypicalHar.Build(3, 1500, distinctRows: 37_500));
        PlantedHar[] planted = [.. Enumerable.Range(1, seeds).Select(s => HarPlanter.Build(100_003 * s))];
        foreach (PlantedHar har in planted.Take(3))
        {
            Measure("a secret in every entry", har.ToBytes());
        }

        int plants = 0, leaks = 0, links = 0, broken = 0, bodies = 0;
        double worst = 0;
        foreach (PlantedHar har in planted)
        {
            Score score = Scorer.Score(har, Clean(har.ToBytes()));
            plants += har.Plants.Count;
            leaks += score.Leaks.Count;
            links += score.Links;
            broken += score.BrokenLinks.Count;
            bodies += score.BrokenBodies.Count;
            worst = Math.Max(worst, score.WorstClass);
            foreach (string fault in score.Leaks.Select(l => l.ToString()).Concat(score.BrokenLinks).Concat(score.Lost))
            {
                Console.WriteLine($"  {fault}");
            }
        }

        Console.WriteLine($"{seeds} seeds: {plants} secrets, {leaks} leaks; worst class {worst:0.00} % over-redacted; {links} links, {broken} broken; {bodies} bodies no longer parse");
    }

    private static void Measure(string what, byte[] har)
    {
        long before = GC.GetTotalAllocatedBytes();
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        Drain(har);
        watch.Stop();
        // Others may share the machine: what one core can do is told by the processor's time, collector and all.
        worked = Environment.CpuUsage.TotalTime - worked;
        double megabytes = har.Length / 1e6;
        Console.WriteLine($"{what}: {megabytes:0.0} MB in {watch.ElapsedMilliseconds} ms, {worked.TotalMilliseconds:0} ms of processor time, {megabytes / worked.TotalSeconds:0.0} MB/s a core, {(GC.GetTotalAllocatedBytes() - before) / 1e6 / megabytes:0.0} bytes allocated a byte");
    }

    private static void Drain(byte[] har)
    {
        var sanitizer = new Sanitizer(new SanitizerOptions(SanitizerKey.FromHex(Key)));
        var problems = new List<ContractProblem>();
        foreach (HarPart part in HarReader.Read(new MemoryStream(har), "x.har", problems))
        {
            sanitizer.Learn(part);
        }

        using var writer = new HarWriter(Stream.Null);
        foreach (HarPart part in HarReader.Read(new MemoryStream(har), "x.har", problems))
        {
            writer.Write(sanitizer.Clean(part));
        }
    }

    private static List<JsonObject> Clean(byte[] har)
    {
        var sanitizer = new Sanitizer(new SanitizerOptions(SanitizerKey.FromHex(Key)));
        var problems = new List<ContractProblem>();
        foreach (HarPart part in HarReader.Read(new MemoryStream(har), "x.har", problems))
        {
            sanitizer.Learn(part);
        }

        return [.. HarReader.Read(new MemoryStream(har), "x.har", problems).Select(sanitizer.Clean).OfType<HarEntry>().Select(e => JsonNode.Parse(e.Utf8.Span)!.AsObject())];
    }
}
