using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Mock.Quirks;

namespace Harness.Mock.Portals;

/// <summary>Every family and operation, compiled: which portal answers where, and what is known about each call before it comes.</summary>
internal sealed class PortalTable
{
    private readonly Dictionary<string, Portal> _portals;
    private readonly FamilyHosts _hosts;
    private readonly Dictionary<QuirkDeclaration, IQuirk?> _quirks;

    public PortalTable(CompiledContracts contracts, QuirkTools tools, IList<ContractProblem> problems)
    {
        Families = contracts.Families;
        _portals = Families.ToDictionary(f => f.Id, f => new Portal(f), StringComparer.Ordinal);
        _hosts = new FamilyHosts(Families);
        Addressing = new Addressing(_hosts.Declared);
        Table = OperationTable.Compile(contracts.Operations, _hosts.Declared, problems);
        _quirks = Families.SelectMany(f => f.Quirks).ToDictionary(q => q, q => QuirkRegistry.Create(q, tools, problems), Synthesis.ByReference<QuirkDeclaration>.Instance);
        Plans = [.. Table.Operations.Select((operation, index) => Plan(operation, index, _portals[operation.Family]))];
    }

    public IReadOnlyList<Family> Families { get; }

    public Addressing Addressing { get; }

    public OperationTable Table { get; }

    /// <summary>Parallel to the table's operations.</summary>
    public IReadOnlyList<PortalOperation> Plans { get; }

    public Portal? Find(string host, string rawPath) => _hosts.Find(host, rawPath) is { } family ? _portals[family.Id] : null;

    private PortalOperation Plan(Operation operation, int index, Portal portal)
    {
        Family family = portal.Family;
        return new PortalOperation(
            index,
            $"{operation.Method} {operation.Path}",
            operation,
            portal,
            AccessPlan.For(family, operation),
            [.. family.Licenses.Where(gate => gate.Operations.Any(glob => glob.Matches(operation.Method, operation.Path)))],
            [.. family.Quirks.Where(quirk => quirk.Operations.Any(glob => glob.Matches(operation.Method, operation.Path))).Select(q => _quirks[q]).OfType<IQuirk>()]);
    }
}
