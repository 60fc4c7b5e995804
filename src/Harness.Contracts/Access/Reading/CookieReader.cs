using Harness.Contracts.Families.Reading;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.Access.Reading;

/// <summary>Reads a <c>cookie</c> requirement.</summary>
internal static class CookieReader
{
    public static IAccessRequirement Read(RequirementDraft draft)
    {
        NodeReader reader = draft.Node;
        var requirement = new CookieRequirement(
            draft.Settings,
            reader.Text("session") ?? draft.Family.FamilyId,
            reader.Texts("aliases"),
            reader.Texts("companions"),
            ReadChunks(reader),
            FamilyValues.Duration(reader, "lifetime"));
        draft.Family.Cookies.Add(requirement);
        return requirement;
    }

    private static CookieChunks? ReadChunks(NodeReader cookie)
    {
        if (cookie.Child("chunks", $"'chunks' of {cookie.What}", FamilyKeys.Chunks) is not { } reader)
        {
            return null;
        }

        string? marker = reader.NeedText("marker", "Add 'marker:' with what the head's value begins with: \"chunks:\" or \"chunks-\"");
        return marker is null ? null : new CookieChunks(marker, reader.Integer("count", 1, 9) ?? 2);
    }
}
