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

    private DeclaredOperations(ContractLoadOptions options)
    {
        _contracts = ContractLoader.Load(options);
        _byName = _contracts.Operations.ToLookup(o => $"{o.Family} {o.Method} {o.Path}", StringComparer.Ordinal);
        _families = _contracts.Families.ToDictionary(f => f.Id, StringComparer.Ordinal);
    }

    /// <summary>Read once, because it takes a moment and never changes.</summary>
    public static DeclaredOperations OfCore { get; } = new(new ContractLoadOptions { CoreFolder = Repository.Contracts });

    /// <summary>The import alone: our own operations would hide what it declares.</summary>
    public static DeclaredOperations Import(string folder) => new(new ContractLoadOptions { CoreFolder = Repository.Contracts, NoCore = true, Imports = [folder] });

    public IReadOnlyList<Operation> All => _contracts.Operations;

    public IReadOnlyList<Family> Families => _contracts.Families;

    public Family Family(string id) => _families[id];

    /// <summary>Null for an operation that these files do not have.</summary>
    public Operation? Find(OperationRow row) =>
        _byName[$"{row.Family} {row.Name}"].FirstOrDefault(o => o.Hosts.Intersect(row.Hosts, StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>What the call must carry, on the very host that it goes to.</summary>
    public IReadOnlyList<IAccessRequirement> Requirements(OperationRow row) =>
        [.. Family(row.Family).Access.Where(r => r.Scope.Covers(row.Method, row.Host, row.PortalPath)).Select(r => r.BoundTo(row.Method, row.PortalPath))];
}
