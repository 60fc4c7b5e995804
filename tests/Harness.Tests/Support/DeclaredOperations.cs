using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Tests.Support;

/// <summary>What contract files declare, read without a server, to hold the server's answers against.</summary>
internal sealed class DeclaredOperations
{
    private readonly CompiledContracts _contracts;
    private readonly ILookup<string, Operation> _byName;
    private readonly Dictionary<string, Family> _families;
    private Dictionary<string, Operation> _corrections = new(StringComparer.Ordinal);

    private DeclaredOperations(ContractLoadOptions options)
    {
        _contracts = ContractLoader.Load(options);
        _byName = _contracts.Operations.ToLookup(o => $"{o.Family} {o.Method} {o.Path}", StringComparer.Ordinal);
        _families = _contracts.Families.ToDictionary(f => f.Id, StringComparer.Ordinal);
    }

    private static ContractLoadOptions OfCoreAlone => new() { CoreFolder = Repository.Contracts };

    /// <summary>Read once, because it takes a moment and never changes.</summary>
    public static DeclaredOperations OfCore { get; } = new(OfCoreAlone);

    /// <summary>The import alone: our own operations would hide what it declares.</summary>
    public static DeclaredOperations Import(string folder) => new(OfCoreAlone with { NoCore = true, Imports = [folder] });

    /// <summary>The import as it is served over our own contract, which corrects the few operations that upstream describes as their neighbors.</summary>
    public static DeclaredOperations CorrectedImport(string folder) => new(OfCoreAlone with { Imports = [folder], NoCore = true })
    {
        _corrections = OfCore.All.Where(o => o.CorrectsUpstream).ToDictionary(OperationKey.Of, StringComparer.Ordinal),
    };

    public IReadOnlyList<Operation> All => _contracts.Operations;

    public IReadOnlyList<Family> Families => _contracts.Families;

    public Family Family(string id) => _families[id];

    /// <summary>Null for an operation that these files do not have.</summary>
    public Operation? Find(OperationRow row)
    {
        Operation? found = _byName[$"{row.Family} {row.Name}"].FirstOrDefault(o => o.Hosts.Intersect(row.Hosts, StringComparer.OrdinalIgnoreCase).Any());
        return found is not null && _corrections.TryGetValue(OperationKey.Of(found), out Operation? correction) ? correction : found;
    }

    /// <summary>What the call must carry, on the very host that it goes to.</summary>
    public IReadOnlyList<IAccessRequirement> Requirements(OperationRow row) =>
        [.. Family(row.Family).Access.Where(r => r.Scope.Covers(row.Method, row.Host, row.PortalPath)).Select(r => r.BoundTo(row.Method, row.PortalPath))];
}
