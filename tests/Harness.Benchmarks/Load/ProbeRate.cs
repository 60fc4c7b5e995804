using System.Diagnostics;
using System.Globalization;
using Harness.Contracts;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;
using Harness.Mock;

namespace Harness.Benchmarks.Load;

/// <summary>How many probes a second a run makes against a mock on the same machine, the rails, harvesting and inference included.</summary>
internal static class ProbeRate
{
    /// <param name="specs">Folder of imported specs.</param>
    public static async Task Run(string specs, int rounds)
    {
        string data = Directory.CreateTempSubdirectory("harness-probe-rate-").FullName;
        await using MockServer server = await MockServer.StartAsync(new MockServerOptions { Data = data, Cache = "", Contracts = [specs], JournalCapacity = 100 });
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, Imports = [specs] });
        Plan plan = Planner.Make(Target(server), contracts, new PlanOptions { Now = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero) });
        var options = new ProbeOptions { DataFolder = data, Confirm = "lab", Families = 4, Guard = new GuardSettings { PerSecond = null, Concurrency = 16, Retries = 0 } };
        await using ProbeRun run = await ProbeRun.Open(plan, options);
        for (int round = 0; round < rounds; round++)
        {
            await Round(run, round);
        }
    }

    private static async Task Round(ProbeRun run, int round)
    {
        long before = run.Sent;
        long allocated = GC.GetTotalAllocatedBytes();
        long begun = Stopwatch.GetTimestamp();
        int good = 0;
        await foreach (Observation seen in run.Observe())
        {
            good += seen.Status is >= 200 and < 300 ? 1 : 0;
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        long sent = run.Sent - before;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round}: {sent} probes, {good} good, {sent / seconds:0}/s, {(GC.GetTotalAllocatedBytes() - allocated) / Math.Max(1, sent) / 1024.0:0.0} KiB/probe with the mock, heap {GC.GetTotalMemory(false) >> 20} MiB"));
    }

    private static Target Target(MockServer server) => new()
    {
        Name = "lab",
        TenantId = Guid.Parse("f3ebf024-0c96-4929-9a1c-210feb673958"),
        NonProduction = true,
        Gateway = server.Http,
        Credentials = new CredentialSettings("mock", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)),
        Hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["tenant"] = "contoso", ["organization"] = "contoso-dev", ["region"] = "na", ["tenantHost"] = "f3ebf0240c9649299a1c210feb6739.58", ["tenantIslandHost"] = "il-f3ebf0240c9649299a1c210feb6739.58", ["portalInfra"] = "portalsitewide-nam" },
    };
}
