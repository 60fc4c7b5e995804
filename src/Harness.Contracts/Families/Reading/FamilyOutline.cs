using Harness.Contracts.Access;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>What the sections of one family.yml must know of each other while they are read.</summary>
internal sealed class FamilyOutline(string familyId, IReadOnlyCollection<string> refusalNames, ProblemLog log)
{
    public string FamilyId => familyId;

    public ProblemLog Log => log;

    /// <summary>Set once the hosts are read; bindings and servers may name no others.</summary>
    public IReadOnlyList<FamilyHost> Hosts { get; set; } = [];

    /// <summary>Cookie requirements so far: a digest is bound to the first, a header may echo any.</summary>
    public List<CookieRequirement> Cookies { get; } = [];

    /// <summary>The name of a declared refusal; null, with a problem, when it is declared nowhere.</summary>
    public string? Refusal(LocatedNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!NodeReader.IsScalar(node))
        {
            log.Add(node, "a refusal is named by text here", "Write the name of an entry of 'refusals'");
            return null;
        }

        if (refusalNames.Contains(node.Value))
        {
            return node.Value;
        }

        log.Add(node, $"the refusal '{node.Value}' is not declared", NearestWord.AdviseOr(node.Value, refusalNames, "declare it under 'refusals'"));
        return null;
    }
}
