using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads <c>refusals</c>: what the portal sends when it refuses, and how sure we are.</summary>
internal static class RefusalReader
{
    private const string EvidenceHint = "Add 'evidence: observed', 'documented' or 'inferred'; choose inferred when nobody has seen it";

    public static Dictionary<string, Refusal> ReadAll(NodeReader family, FamilyOutline outline)
    {
        var refusals = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        if (family.Need("refusals", "Add 'refusals:' with at least what answers an unknown path") is null)
        {
            return refusals;
        }

        foreach (KeyValuePair<string, LocatedNode> entry in family.Child("refusals", "'refusals'", null)?.Node.Entries ?? [])
        {
            if (NodeReader.Open(entry.Value, $"the refusal '{entry.Key}'", FamilyKeys.Refusal, outline.Log) is { } reader)
            {
                refusals[entry.Key] = Read(entry.Key, reader, outline);
            }
        }

        return refusals;
    }

    private static Refusal Read(string name, NodeReader reader, FamilyOutline outline)
    {
        int status = reader.Need("status", "Add 'status:' with the HTTP status it answers") is null ? 0 : reader.Integer("status", 200, 599) ?? 0;
        reader.Need("evidence", EvidenceHint);
        return new Refusal(
            name,
            status,
            HeaderMapReader.Read(reader, "headers"),
            ReadBody(reader),
            reader.Choice("evidence", FamilyValues.Grades, EvidenceGrade.Inferred),
            reader.Text("source") ?? "",
            outline.Refusal(reader.Find("page")),
            ReadVariants(reader));
    }

    private static RefusalVariant[] ReadVariants(NodeReader refusal) => refusal.List(
        "variants",
        (node, log) =>
        {
            if (NodeReader.Open(node, $"a variant of {refusal.What}", FamilyKeys.Variant, log) is not { } reader)
            {
                return null;
            }

            string? accept = reader.NeedText("accept", "Add 'accept:' with text that the caller's Accept header contains");
            reader.Need("body", "Add 'body:' with what it answers then");
            return new RefusalVariant(accept ?? "", HeaderMapReader.Read(reader, "headers"), ReadBody(reader));
        });

    private static string ReadBody(NodeReader reader)
    {
        string body = reader.Text("body") ?? "";
        if (body.Length > 0)
        {
            TemplateCheck.Read(reader.Find("body")!, body, reader.Log);
        }

        return body;
    }
}
