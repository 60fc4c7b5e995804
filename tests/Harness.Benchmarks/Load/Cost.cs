using System.Diagnostics;

namespace Harness.Benchmarks.Load;

/// <summary>What so many calls took, the server in the same process included; CPU time is the figure that a loaded machine does not spoil.</summary>
internal sealed record Cost(long Calls, TimeSpan Time, TimeSpan Cpu, long Allocated)
{
    public double PerSecond => Calls / Time.TotalSeconds;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Math.Max(1, Calls);

    /// <summary>How many it had, on average.</summary>
    public double Cores => Cpu / Time;

    public double KiB => Allocated / 1024.0 / Math.Max(1, Calls);

    /// <summary>The one in the middle by time.</summary>
    public static Cost Median(IEnumerable<Cost> costs)
    {
        Cost[] sorted = [.. costs.OrderBy(c => c.PerSecond)];
        return sorted[sorted.Length / 2];
    }

    public static async Task<Cost> Of(Func<Task<long>> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes();
        long begun = Stopwatch.GetTimestamp();
        long calls = await work();
        TimeSpan time = Stopwatch.GetElapsedTime(begun);
        process.Refresh();
        return new Cost(calls, time, process.TotalProcessorTime - cpu, GC.GetTotalAllocatedBytes() - allocated);
    }
}
