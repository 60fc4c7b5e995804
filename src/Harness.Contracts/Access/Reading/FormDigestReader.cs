using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads a <c>formDigest</c> requirement.</summary>
internal static class FormDigestReader
{
    private static readonly string[] Bonds = ["session", "site"];

    public static IAccessRequirement? Read(RequirementDraft draft)
    {
        NodeReader reader = draft.Node;
        LocatedNode? call = reader.Need("mintedBy", "Add 'mintedBy:' with the call that mints it, such as POST /_api/contextinfo");
        string? mintedBy = call is null ? null : FamilyValues.Call(call, reader.Log);
        reader.Need("lifetime", "Add 'lifetime:', such as PT30M");
        TimeSpan? lifetime = FamilyValues.Duration(reader, "lifetime");
        string[] bonds = reader.List("boundTo", ReadBond);
        CookieRequirement? session = draft.Family.Cookies.FirstOrDefault();
        if (bonds.Contains("session") && session is null)
        {
            reader.Log.Add(reader.Find("boundTo")!, $"{reader.What} is bound to a session, and no cookie requirement stands before it",
                "Put the cookie requirement first");
        }

        return mintedBy is null || lifetime is null
            ? null
            : new FormDigestRequirement(draft.Settings, mintedBy, lifetime.Value)
            {
                Session = bonds.Contains("session") ? session : null,
                IsBoundToSite = bonds.Contains("site"),
            };
    }

    private static string? ReadBond(LocatedNode node, ProblemLog log)
    {
        if (Bonds.Contains(node.Value))
        {
            return node.Value;
        }

        log.Add(node, $"a form digest cannot be bound to '{node.Value}'", NearestWord.Advise(node.Value, Bonds));
        return null;
    }
}
