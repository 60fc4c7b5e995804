using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads what a person has decided about the family's GETs: harmless or not, where ids come from, which read names the tenant.</summary>
internal static class ReviewReader
{
    public static ReviewedGets? ReadGets(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "a reviewed entry", FamilyKeys.ReviewedGets, log) is not { } reader)
        {
            return null;
        }

        reader.Need("paths", "Add 'paths:' with path globs");
        string? reason = reader.NeedText("reason", "Add 'reason:', what was found when the operations were looked at");
        return new ReviewedGets(reader.List("paths", FamilyValues.Glob), reason ?? "");
    }

    public static ReviewedLink? ReadLink(LocatedNode node, ProblemLog log)
    {
        if (NodeReader.Open(node, "a link", FamilyKeys.Link, log) is not { } reader)
        {
            return null;
        }

        if (reader.Has("from") == reader.Has("values"))
        {
            log.Add(node, "a link says either which answer has the value or which values are known, and only one", "Write 'from: GET /path' or 'values: [...]'");
        }

        string pointer = reader.Text("pointer") ?? "";
        if (reader.Has("from") && !IsPointer(pointer))
        {
            log.Add(node, "a link 'from' an answer lacks the pointer into it", "Add 'pointer:' such as /value/*/id");
        }

        return new ReviewedLink(
            reader.NeedText("parameter", "Add 'parameter:' with its name") ?? "",
            reader.List("operations", FamilyValues.Glob),
            reader.Find("from") is { } from ? FamilyValues.Get(from, log) : null,
            pointer,
            reader.Texts("values"));
    }

    public static TenantMark? ReadMark(NodeReader family)
    {
        if (family.Child("tenantMark", "'tenantMark'", FamilyKeys.TenantMark) is not { } reader)
        {
            return null;
        }

        string pointer = reader.NeedText("pointer", "Add 'pointer:' to the tenant's id, such as /tenantId") ?? "";
        if (reader.Find("pointer") is { } node && !IsPointer(pointer))
        {
            reader.Log.Add(node, $"'{pointer}' is no JSON pointer", "Begin it with a slash");
        }

        string? call = reader.Need("call", "Add 'call:' with a GET") is { } at ? FamilyValues.Get(at, reader.Log) : null;
        return new TenantMark(call ?? "", pointer);
    }

    private static bool IsPointer(string text) => text.StartsWith('/');
}
