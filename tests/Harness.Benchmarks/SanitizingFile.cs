using System.Diagnostics;
using Harness.Contracts;
using Harness.Stubs.Sanitizing;

namespace Harness.Benchmarks;

/// <summary><c>dotnet run -c Release -- sanitize-file 100</c>: a file of so many megabytes from disk to disk, and the most memory that took.</summary>
internal static class SanitizingFile
{
    private const string Entries = "\"entries\":[";

    public static void Run(int megabytes)
    {
        string folder = Directory.CreateTempSubdirectory("harness-").FullName;
        try
        {
            string input = Path.Combine(folder, "in.har");
            Write(input, megabytes);
            long before = Peak();
            var problems = new List<ContractProblem>();
            var watch = Stopwatch.StartNew();
            SanitizerReport? report = SanitizingRun.Run(input, Path.Combine(folder, "out.har"), new SanitizerOptions(SanitizerKey.Random()), problems);
            problems.ForEach(p => Console.WriteLine(p));
            Console.WriteLine($"{new FileInfo(input).Length / 1e6:0} MB, {report?.Entries} entries, {watch.Elapsed.TotalSeconds:0.0} s with the look for leaks; {Peak() / 1e6:0} MB of memory at most, {before / 1e6:0} MB of them before");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Writes traffic as a portal makes it: no two calls are the same.</summary>
    public static void Write(string file, int megabytes)
    {
        using FileStream stream = File.Create(file);
        stream.Write("{\"log\":{\"version\":\"1.2\",\"entries\":["u8);
        for (int i = 0; stream.Length < megabytes * 1_000_000L; i++)
        {
            ReadOnlySpan<byte> har = TypicalHar.Build(i, 40);
            int start = har.IndexOf(System.Text.Encoding.ASCII.GetBytes(Entries)) + Entries.Length;
            stream.Write(i == 0 ? ""u8 : ","u8);
            stream.Write(har[start..^3]);
        }

        stream.Write("]}}"u8);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
