using Harness.Contracts.Yaml;

namespace Harness.Contracts.Families.Reading;

/// <summary>Reads one entry of <c>quirks</c>: <c>kind: { operations, refusal, settings ... }</c>. Which kinds there are, the mock knows.</summary>
internal static class QuirkReader
{
    private const string Shape = "Write '- kind: { operations: [...], ... }', one kind an entry";

    public static QuirkDeclaration? Read(LocatedNode node, FamilyOutline outline)
    {
        if (NodeReader.Open(node, "a quirk", null, outline.Log) is null)
        {
            return null;
        }

        if (node.Entries.Count != 1)
        {
            outline.Log.Add(node, $"a quirk has one kind, and here are {node.Entries.Count}", Shape);
            return null;
        }

        (string kind, LocatedNode value) = node.Entries[0];
        if (NodeReader.Open(value, $"the quirk '{kind}'", null, outline.Log) is not { } reader)
        {
            return null;
        }

        reader.Need("operations", "Add 'operations:' with path globs; [\"/**\"] for all");
        return new QuirkDeclaration(
            kind,
            reader.List("operations", FamilyValues.Glob),
            outline.Refusal(reader.Find("refusal")),
            ReadSettings(reader),
            reader.Choice("evidence", FamilyValues.Grades, EvidenceGrade.Inferred),
            reader.Text("source") ?? "",
            new SourceLocation(outline.Log.File.Replace('\\', '/'), node.Line))
        {
            Lists = OwnKeys(reader, isList: true).ToDictionary(k => k, k => (IReadOnlyList<string>)reader.Texts(k), StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, string> ReadSettings(NodeReader reader)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string key in OwnKeys(reader, isList: false))
        {
            if (reader.Text(key) is { } text)
            {
                settings[key] = text;
            }
        }

        return settings;
    }

    private static IEnumerable<string> OwnKeys(NodeReader reader, bool isList) => reader.Node.Entries
        .Where(e => !FamilyKeys.Quirk.Contains(e.Key) && e.Value.Kind == YamlKind.Sequence == isList)
        .Select(e => e.Key);
}
