using System.Diagnostics;
using System.Globalization;
using Harness.Drift.Inference;

namespace Harness.Benchmarks.Drift;

/// <summary>How many megabytes of answers one core turns into shapes in a second, and whether memory grows with the documents.</summary>
internal static class InferenceRate
{
    private const double Seconds = 1.5;

    public static void Run()
    {
        Measure("5 devices", InferenceDocuments.Devices(5));
        Measure("500 devices", InferenceDocuments.Devices(500));
        Measure("50,000 devices", InferenceDocuments.Devices(50_000));
        byte[][] answers = [.. Contracts.Endpoints(20260501, 300).Select(e => e.Bytes(e.Law, 0))];
        Measure($"{answers.Length} endpoints of the contracts, {answers.Sum(a => a.Length) / answers.Length} bytes each", answers);
        Measure("one document of 100,000 different names", [InferenceDocuments.Names(100_000)]);
    }

    private static void Measure(string what, params byte[][] documents)
    {
        Round(documents);
        double best = 0;
        long allocated = 0;
        long total = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(total).TotalSeconds < Seconds)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long begun = Stopwatch.GetTimestamp();
            Round(documents);
            best = Math.Max(best, documents.Sum(d => (long)d.Length) / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {best:0} MB/s, {allocated / 1024.0 / documents.Length:0.0} KiB allocated a document of {documents.Average(d => d.Length) / 1024:0.0} KiB"));
    }

    private static void Round(byte[][] documents)
    {
        foreach (byte[] document in documents)
        {
            ShapeReader.Read(document);
        }
    }
}
