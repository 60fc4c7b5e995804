using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Mock.Matching;
using Harness.Mock.Quirks;
using Harness.Mock.SignIn;

namespace Harness.Mock.Portals;

/// <summary>Every family and operation, compiled: which portal answers where, and what is known about each call before it comes.</summary>
internal sealed class PortalTable
{
    private readonly Dictionary<string, Portal> _portals;
    private readonly FamilyHosts _hosts;
    private readonly Dictionary<QuirkDeclaration, IQuirk?> _quirks;

    /// <param name="signIn">Where callers without a session are sent.</param>
    public PortalTable(CompiledContracts contracts, SignInRedirects signIn, QuirkTools tools, IList<ContractProblem> problems)
    {
        Families = contracts.Families;

        // Beside the table: neither needs the other, and a start waits for both.
        Task<(Dictionary<QuirkDeclaration, IQuirk?>, List<ContractProblem>)> quirks = Task.Run(() => CreateQuirks(tools));
        _portals = Families.ToDictionary(f => f.Id, f => new Portal(f, signIn), StringComparer.Ordinal);
        _hosts = new FamilyHosts(Families);
        Hosts = [.. _hosts.Declared, .. LoginAddresses.Hosts];
        Addressing = new Addressing(Hosts);
        Calls = new KnownCalls(Addressing, address => Find(address.Host, address.RawPath));
        Table = OperationTable.Compile(contracts.Operations, _hosts.Declared, problems);
        (_quirks, IEnumerable<ContractProblem> mistakes) = quirks.GetAwaiter().GetResult();
        foreach (ContractProblem mistake in mistakes)
        {
            problems.Add(mistake);
        }

        Plans = new PortalOperations(Table.Operations, (operation, index) => Plan(operation, index, _portals[operation.Family]));
    }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>Every host that is answered on, the sign-in hosts included.</summary>
    public IReadOnlyList<HostPattern> Hosts { get; }

    public Addressing Addressing { get; }

    /// <summary>What calls mean, remembered.</summary>
    public KnownCalls Calls { get; }

    public OperationTable Table { get; }

    /// <summary>Parallel to the table's operations.</summary>
    public IReadOnlyList<PortalOperation> Plans { get; }

    public Portal? Find(string host, string rawPath) => _hosts.Find(host, rawPath) is { } family ? _portals[family.Id] : null;

    private (Dictionary<QuirkDeclaration, IQuirk?> Quirks, List<ContractProblem> Mistakes) CreateQuirks(QuirkTools tools)
    {
        var mistakes = new List<ContractProblem>();
        var quirks = Families.SelectMany(f => f.Quirks).ToDictionary(q => q, q => QuirkRegistry.Create(q, tools, mistakes), Synthesis.ByReference<QuirkDeclaration>.Instance);
        return (quirks, mistakes);
    }

    private PortalOperation Plan(Operation operation, int index, Portal portal)
    {
        Family family = portal.Family;
        return new PortalOperation(
            index,
            $"{operation.Method} {operation.Path}",
            operation,
            portal,
            AccessPlan.For(family, operation),
            [.. family.Licenses.Where(gate => Concerns(gate.Operations, operation))],
            [.. family.Quirks.Where(quirk => Concerns(quirk.Operations, operation)).Select(quirk => _quirks[quirk]).OfType<IQuirk>()])
        {
            Roles = [.. family.Roles.Where(gate => gate.Scope.Covers(operation.Method, "", operation.PortalPath))],
            Mints = family.Access.OfType<FormDigestRequirement>().FirstOrDefault(d => PathGlob.Parse(d.MintedBy).Matches(operation.Method, operation.PortalPath)),
        };
    }

    private static bool Concerns(IReadOnlyList<PathGlob> globs, Operation operation) => globs.Any(glob => glob.Matches(operation.Method, operation.PortalPath));
}
