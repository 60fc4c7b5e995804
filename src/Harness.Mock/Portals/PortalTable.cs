using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Mock.Quirks;
using Harness.Mock.SignIn;

namespace Harness.Mock.Portals;

/// <summary>Every family and operation, compiled: which portal answers where, and what is known about each call before it comes.</summary>
internal sealed class PortalTable
{
    private readonly Dictionary<string, Portal> _portals;
    private readonly FamilyHosts _hosts;

    /// <param name="signIn">Where callers without a session are sent.</param>
    public PortalTable(CompiledContracts contracts, SignInRedirects signIn, IList<ContractProblem> problems)
    {
        Families = contracts.Families;
        _portals = Families.ToDictionary(f => f.Id, f => new Portal(f, signIn), StringComparer.Ordinal);
        _hosts = new FamilyHosts(Families);
        Hosts = [.. _hosts.Declared, .. LoginAddresses.Hosts];
        Addressing = new Addressing(Hosts);
        Table = OperationTable.Compile(contracts.Operations, _hosts.Declared, problems);
        ReportUnknownQuirks(problems);
        Plans = new PortalOperations(Table.Operations, (operation, index) => Plan(operation, index, _portals[operation.Family]));
    }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>Every host that is answered on, the sign-in hosts included.</summary>
    public IReadOnlyList<HostPattern> Hosts { get; }

    public Addressing Addressing { get; }

    public OperationTable Table { get; }

    /// <summary>Parallel to the table's operations.</summary>
    public IReadOnlyList<PortalOperation> Plans { get; }

    public Portal? Find(string host, string rawPath) => _hosts.Find(host, rawPath) is { } family ? _portals[family.Id] : null;

    private static PortalOperation Plan(Operation operation, int index, Portal portal)
    {
        Family family = portal.Family;
        return new PortalOperation(
            index,
            $"{operation.Method} {operation.Path}",
            operation,
            portal,
            AccessPlan.For(family, operation),
            [.. family.Licenses.Where(gate => Concerns(gate.Operations, operation))],
            [.. family.Quirks.Where(quirk => Concerns(quirk.Operations, operation)).Select(QuirkRegistry.Create).OfType<IQuirk>()])
        {
            Roles = [.. family.Roles.Where(gate => gate.Scope.Covers(operation.Method, "", operation.Path))],
            Mints = family.Access.OfType<FormDigestRequirement>().FirstOrDefault(d => PathGlob.Parse(d.MintedBy).Matches(operation.Method, operation.Path)),
        };
    }

    private static bool Concerns(IReadOnlyList<PathGlob> globs, Operation operation) => globs.Any(glob => glob.Matches(operation.Method, operation.Path));

    private void ReportUnknownQuirks(IList<ContractProblem> problems)
    {
        foreach (QuirkDeclaration declaration in Families.SelectMany(f => f.Quirks))
        {
            if (!QuirkRegistry.Kinds.ContainsKey(declaration.Kind))
            {
                problems.Add(new ContractProblem(
                    declaration.Location.File, declaration.Location.Line, 1, $"there is no quirk '{declaration.Kind}'", $"Use one of {string.Join(", ", QuirkRegistry.Kinds.Keys)}"));
            }
        }
    }
}
