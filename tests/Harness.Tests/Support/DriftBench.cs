using Harness.Contracts;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Guard;
using Harness.Drift.Planning;
using Harness.Drift.Probing;
using Harness.Drift.Targets;

namespace Harness.Tests.Support;

/// <summary>Targets, plans and runs for tests.</summary>
internal static class DriftBench
{
    public static readonly Guid Tenant = Guid.Parse("11111111-2222-3333-4444-555555555555");

    public static readonly CredentialSettings Mock = new("mock", new Dictionary<string, IReadOnlyList<string>>());

    private static readonly Lazy<CompiledContracts> s_imported = new(() => ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts, Imports = [SharedSpecs.RequireNodoc()] }));

    private static readonly Lazy<CompiledContracts> s_core = new(() => ContractLoader.Load(new ContractLoadOptions { CoreFolder = Repository.Contracts }));

    /// <summary>Our own contracts and every imported one.</summary>
    public static CompiledContracts Imported => s_imported.Value;

    public static CompiledContracts Core => s_core.Value;

    /// <summary>A target at an address that answers in path form.</summary>
    public static Target At(Uri gateway) => new()
    {
        Name = "lab",
        TenantId = Tenant,
        NonProduction = true,
        Gateway = gateway,
        Hosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["tenant"] = "contoso" },
        Credentials = Mock,
    };

    /// <summary>The make-believe tenant of a running server, with everything that fills its host names.</summary>
    public static async Task<Target> Of(RunningServer server, Uri? gateway = null)
    {
        System.Text.Json.Nodes.JsonNode tenant = await server.Control("tenant");
        return At(gateway ?? server.Server.Http) with
        {
            TenantId = Guid.Parse((string)tenant["tenantId"]!),
            Hosts = tenant["hosts"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!, StringComparer.OrdinalIgnoreCase),
            Context = tenant["regions"]!.AsObject().ToDictionary(h => h.Key, h => (string)h.Value!, StringComparer.OrdinalIgnoreCase),
        };
    }

    public static Plan Plan(Target target, CompiledContracts contracts, Shard? shard = null, params string[] families) =>
        Planner.Make(target, contracts, new PlanOptions { Families = families, Shard = shard ?? Shard.Whole, Now = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero) });

    public static ProbeOptions Options(string data) => new()
    {
        DataFolder = data,
        Confirm = "lab",
        Guard = new GuardSettings { PerSecond = null, Concurrency = 8, Retries = 0 },
    };

    public static async Task<List<Observation>> Observe(Plan plan, ProbeOptions options, CancellationToken cancelled = default)
    {
        await using ProbeRun run = await ProbeRun.Open(plan, options, cancelled);
        var all = new List<Observation>();
        await foreach (Observation seen in run.Observe(cancelled))
        {
            all.Add(seen);
        }

        return all;
    }

    public static Operation Get(string path, string host = "admin.example.com", string family = "portal") => new() { Family = family, Method = "GET", Path = path, Hosts = [host] };

    public static Family Family(string lines) => TestFamily.Read(TestFamily.Frame + lines);
}
