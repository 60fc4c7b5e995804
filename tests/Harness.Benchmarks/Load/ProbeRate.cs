using System.Globalization;
using Harness.Contracts;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Runs;
using Harness.Drift.Targets;
using Harness.Mock;

namespace Harness.Benchmarks.Load;

/// <summary>How many probes a second a run makes against a mock on the same machine, the rails, harvesting, inference and audit log included.</summary>
internal static class ProbeRate
{
    private const int Families = 8;
    private const int Concurrency = 16;

    /// <param name="specs">Folder of imported specs.</param>
    public static async Task Run(string specs, int rounds)
    {
        string data = Directory.CreateTempSubdirectory("harness-probe-rate-").FullName;
        await using MockServer server = await MockServer.StartAsync(new MockServerOptions { Data = data, Cache = "", Contracts = [specs], JournalCapacity = 100 });
        CompiledContracts contracts = ContractLoader.Load(new ContractLoadOptions { CoreFolder = ShippedFolders.Contracts, Imports = [specs] });
        IReadOnlyList<RecordedCall> calls = await Record(server, contracts, data);
        using var bare = new BareLoop(server.Http);
        using AuditFile audit = AuditFile.Open(data, resume: false);
        await using ProbeRun run = await Open(server.Http, contracts, data, audit);
        var bares = new List<Cost>();
        var runs = new List<Cost>();
        for (int round = 0; round < rounds; round++)
        {
            Cost without = await Cost.Of(async () =>
            {
                await bare.Run(calls, Concurrency);
                return calls.Count;
            });
            Cost with = await Cost.Of(() => Observe(run));
            Tell($"round {round}", without, with);
            bares.Add(without);
            runs.Add(with);
        }

        // The first half is the compiler's.
        Tell("median of the second half", Cost.Median(bares.Skip(rounds / 2)), Cost.Median(runs.Skip(rounds / 2)));
    }

    // Once through a gateway that writes the calls down, so that the bare loop makes exactly these.
    private static async Task<IReadOnlyList<RecordedCall>> Record(MockServer server, CompiledContracts contracts, string data)
    {
        await using RecordingGateway gateway = await RecordingGateway.Start(server.Http);
        await using ProbeRun run = await Open(gateway.Address, contracts, data, null);
        await Observe(run);
        return gateway.Calls;
    }

    private static Task<ProbeRun> Open(Uri gateway, CompiledContracts contracts, string data, IAuditLog? audit)
    {
        Plan plan = Planner.Make(Target(gateway), contracts, new PlanOptions { Now = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero) });
        var guard = new GuardSettings { PerSecond = null, Concurrency = Concurrency, Retries = 0, Audit = audit };
        return ProbeRun.Open(plan, new ProbeOptions { DataFolder = data, Confirm = "lab", Families = Families, Guard = guard, Out = audit is null ? null : data });
    }

    private static async Task<long> Observe(ProbeRun run)
    {
        long before = run.Sent;
        await foreach (Observation _ in run.Observe())
        {
        }

        return run.Sent - before;
    }

    // A machine with other work gives a run no two cores: then the CPU time says what two of its own would do.
    private static void Tell(string what, Cost bare, Cost run) => Console.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: run {run.PerSecond:0}/s on {run.Cores:0.0} cores, {run.CpuMicroseconds:0} us CPU and {run.KiB:0.0} KiB a probe; bare loop {bare.PerSecond:0}/s on {bare.Cores:0.0} cores, {bare.CpuMicroseconds:0} us, {bare.KiB:0.0} KiB; "
        + $"run/bare {run.PerSecond / bare.PerSecond:0.00}; {run.Calls} probes; heap {GC.GetTotalMemory(false) >> 20} MiB, working set {Environment.WorkingSet >> 20} MiB"));

    private static Target Target(Uri gateway) => new()
    {
        Name = "lab",
        TenantId = Guid.Parse("f3ebf024-0c96-4929-9a1c-210feb673958"),
        NonProduction = true,
        Gateway = gateway,
        Credentials = new CredentialSettings("mock", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)),
        Hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["tenant"] = "contoso", ["organization"] = "contoso-dev", ["region"] = "na", ["tenantHost"] = "f3ebf0240c9649299a1c210feb6739.58", ["tenantIslandHost"] = "il-f3ebf0240c9649299a1c210feb6739.58", ["portalInfra"] = "portalsitewide-nam" },
    };
}
