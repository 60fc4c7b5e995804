using System.Diagnostics;
using System.Text.Json;
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

    private const int WarmUps = 6;

    public static void Run(int seeds)
    {
        byte[] first = TypicalHar.Build(1, 600);
        for (int i = 0; i < WarmUps; i++)
        {
            // The code is compiled anew while it runs; what is measured below is what a long run comes to.
            Measure("warm-up", first);
        }

        Measure("typical portal traffic", TypicalHar.Build(2, 4000));
        Measure("lists that never repeat a row", TypicalHar.Build(3, 1500, distinctRows: 37_500));
        PlantedHar[] planted = [.. Enumerable.Range(1, seeds).Select(s => HarPlanter.Build(100_003 * s))];
        Measure("a secret in every entry, at the first go", planted[0].ToBytes());
        Measure("a secret in every entry, all seeds", Together(planted));

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

    // One seed's file is read before the code that reads it is compiled for good.
    private static byte[] Together(PlantedHar[] planted)
    {
        var entries = new JsonArray([.. planted.SelectMany(h => h.Entries).Select(e => e.DeepClone())]);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["log"] = new JsonObject { ["version"] = "1.2", ["entries"] = entries } });
    }

    private static void Measure(string what, byte[] har)
    {
        // What making the file left behind is not the sanitizer's to clear.
        GC.Collect();
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
