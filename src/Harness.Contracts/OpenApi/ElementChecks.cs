using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Mistakes that are visible in one OpenAPI object alone.</summary>
internal static class ElementChecks
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object", "null"];
    private static readonly string[] Places = ["path", "query", "header", "cookie"];

    /// <returns>Whether the object is of any use.</returns>
    public static bool Check(ElementKind kind, LocatedNode node, string file, DocumentSet documents)
    {
        switch (kind)
        {
            case ElementKind.Schema when node["type"] is { } type:
                return CheckType(type, file, documents);
            case ElementKind.Operation when node["responses"] is null:
                documents.Report(file, node, "the operation declares no responses", "Say what it answers, at least a 200");
                break;
            case ElementKind.Operation when node["responses"] is { } responses:
                CheckStatuses(responses, file, documents);
                break;
            case ElementKind.Parameter:
                return CheckParameter(node, file, documents);
            case ElementKind.Server when node["url"] is null:
                documents.Report(file, node, "the server has no url", "Add url: https://host");
                return false;
        }

        return true;
    }

    private static bool CheckType(LocatedNode type, string file, DocumentSet documents)
    {
        foreach (LocatedNode name in type.Kind == YamlKind.Sequence ? type.Items : [type])
        {
            if (name.Kind is YamlKind.Text && !Types.Contains(name.Value, StringComparer.Ordinal))
            {
                documents.Report(file, name, $"'{name.Value}' is no JSON type", $"Use one of {string.Join(", ", Types)}");
                return false;
            }
        }

        return true;
    }

    private static void CheckStatuses(LocatedNode responses, string file, DocumentSet documents)
    {
        for (int i = 0; i < responses.Entries.Count; i++)
        {
            string key = responses.Entries[i].Key;
            bool known = key is [>= '1' and <= '5', _, _] && (key.AsSpan(1) is "XX" or "xx" || (char.IsAsciiDigit(key[1]) && char.IsAsciiDigit(key[2])));
            if (!known && key is not "default" && !key.StartsWith("x-", StringComparison.Ordinal))
            {
                KeyPosition at = responses.KeyPositions[i];
                documents.Report(file, at.Line, at.Column, $"'{key}' is no status", "Write 200, 4XX or default");
            }
        }
    }

    private static bool CheckParameter(LocatedNode node, string file, DocumentSet documents)
    {
        if (node["name"] is not { Value.Length: > 0 })
        {
            documents.Report(file, node, "the parameter has no name", "Add name:");
            return false;
        }

        if (node["in"] is not { } place)
        {
            documents.Report(file, node, "the parameter does not say where it stands", $"Add in: with one of {string.Join(", ", Places)}");
            return false;
        }

        if (Places.Contains(place.Value, StringComparer.Ordinal))
        {
            return true;
        }

        documents.Report(file, place, $"a parameter cannot stand in '{place.Value}'", $"Use one of {string.Join(", ", Places)}");
        return false;
    }
}
