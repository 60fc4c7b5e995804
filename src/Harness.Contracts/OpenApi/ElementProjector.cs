using System.Text.Json.Nodes;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Copies OpenAPI objects from YAML to JSON along the grammar; what references lead to is copied once, as a component.</summary>
internal sealed class ElementProjector(DocumentSet documents, ComponentNames names)
{
    public const string NullableMark = "x-harness-nullable";

    // Aliases make a small file say a lot: what a bundle may hold, and how deep, is bounded.
    private const int MaximumElements = 300_000;
    private const int MaximumDepth = 300;

    private readonly ReferenceResolver _references = new(documents);
    private readonly Queue<(ElementKind Kind, string Name, ReferenceTarget Target)> _waiting = new();
    private int _elements;

    public IReadOnlyDictionary<string, string> SchemaNames => names.Schemas;

    /// <summary>The document outgrew what a contract may be; what came of it is of no use.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Null when the node is not what stands there, or its reference leads nowhere; then a problem has been added.</summary>
    public JsonObject? Element(LocatedNode node, ElementKind kind, string file, int depth)
    {
        if (node["$ref"] is { Kind: YamlKind.Text } reference)
        {
            return Reference(reference, kind, file, depth);
        }

        if (node.Kind != YamlKind.Mapping)
        {
            // An empty media type or response is often written as nothing at all.
            return node.Kind == YamlKind.Null ? Blank(kind) : Refuse(node, file, MemberForm.Element);
        }

        if (depth > MaximumDepth || ++_elements > MaximumElements)
        {
            Exhausted(node, file);
            return null;
        }

        JsonObject json = Blank(kind);
        for (int i = 0; i < node.Entries.Count; i++)
        {
            Member(json, node, i, kind, file, depth);
        }

        return ElementChecks.Check(kind, node, file, documents) ? json : null;
    }

    public JsonArray List(LocatedNode node, ElementKind kind, string file, int depth)
    {
        var list = new JsonArray();
        foreach (LocatedNode item in node.Items)
        {
            if (Element(item, kind, file, depth + 1) is { } element)
            {
                if (kind == ElementKind.Server)
                {
                    element[PositionMark.Extension] = new PositionMark(file, item.Line, item.Column).ToString();
                }

                list.Add((JsonNode)element);
            }
        }

        return list;
    }

    /// <summary>Everything that references have led to so far, and what that leads to.</summary>
    public JsonObject Components()
    {
        var sections = new JsonObject();
        while (_waiting.TryDequeue(out (ElementKind Kind, string Name, ReferenceTarget Target) next))
        {
            string section = Section(next.Kind)!;
            if (sections[section] is not JsonObject components)
            {
                sections[section] = components = [];
            }

            components[next.Name] = Element(next.Target.Node, next.Kind, next.Target.File, 0) ?? Blank(next.Kind);
        }

        return sections;
    }

    private static string? Section(ElementKind kind) => kind switch
    {
        ElementKind.Schema => "schemas",
        ElementKind.Response => "responses",
        ElementKind.Parameter => "parameters",
        ElementKind.RequestBody => "requestBodies",
        _ => null,
    };

    private static JsonObject Blank(ElementKind kind) => kind switch
    {
        ElementKind.Response => new JsonObject { ["description"] = "" },
        ElementKind.RequestBody => new JsonObject { ["content"] = new JsonObject() },
        _ => [],
    };

    private JsonObject? Reference(LocatedNode reference, ElementKind kind, string file, int depth)
    {
        if (_references.Resolve(reference, file) is not { } target)
        {
            return null;
        }

        if (Section(kind) is not { } section)
        {
            return Element(target.Node, kind, target.File, depth + 1);
        }

        (string name, bool isNew) = names.For(kind, target.File, target.Pointer);
        if (isNew)
        {
            _waiting.Enqueue((kind, name, target));
        }

        return new JsonObject { ["$ref"] = $"#/components/{section}/{name}" };
    }

    private void Member(JsonObject json, LocatedNode parent, int index, ElementKind kind, string file, int depth)
    {
        (string name, LocatedNode node) = parent.Entries[index];
        KeyPosition at = parent.KeyPositions[index];
        if (!ElementGrammar.TryGet(kind, name, out ElementMember member))
        {
            if (ElementGrammar.IsStrict(kind) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                documents.Report(file, at.Line, at.Column, Unknown(kind, name), "Correct its spelling, or take it out");
            }

            return;
        }

        JsonNode? value = Value(member, node, file, depth);
        if (value is null)
        {
            return;
        }

        if (member.Kind == ElementKind.Operation && kind == ElementKind.PathItem && value is JsonObject operation)
        {
            operation[PositionMark.Extension] = new PositionMark(file, at.Line, at.Column).ToString();
        }

        json[name] = value;
        if (kind == ElementKind.Schema && name is "nullable" && value.GetValue<bool>())
        {
            // Microsoft.OpenApi forgets a nullable that has no type beside it.
            json[NullableMark] = "true";
        }
    }

    private JsonNode? Value(ElementMember member, LocatedNode node, string file, int depth)
    {
        switch (member.Form)
        {
            case MemberForm.Ignored:
                return null;
            case MemberForm.Element:
                return Element(node, member.Kind, file, depth + 1);
            case MemberForm.ElementOrBoolean when node.Kind == YamlKind.Boolean:
                return ScalarMembers.Read(MemberForm.Boolean, node);
            case MemberForm.ElementOrBoolean:
                return Element(node, member.Kind, file, depth + 1);
            case MemberForm.Elements when node.Kind == YamlKind.Sequence:
                return List(node, member.Kind, file, depth);
            case MemberForm.ElementMap when node.Kind == YamlKind.Mapping:
                return Map(node, member.Kind, file, depth);
            case MemberForm.Elements or MemberForm.ElementMap:
                return node.Kind == YamlKind.Null ? null : Refuse(node, file, member.Form);
            default:
                return node.Kind == YamlKind.Null ? null : ScalarMembers.Read(member.Form, node) ?? Refuse(node, file, member.Form);
        }
    }

    private JsonObject Map(LocatedNode node, ElementKind kind, string file, int depth)
    {
        var map = new JsonObject();
        foreach ((string key, LocatedNode value) in node.Entries)
        {
            if (kind == ElementKind.Response && key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (Element(value, kind, file, depth + 1) is { } element)
            {
                map[key] = element;
            }
        }

        return map;
    }

    private void Exhausted(LocatedNode node, string file)
    {
        if (!IsExhausted)
        {
            IsExhausted = true;
            documents.Report(file, node, "the document is larger or deeper than any contract once its aliases are resolved", "Use $ref instead of aliases");
        }
    }

    private JsonObject? Refuse(LocatedNode node, string file, MemberForm expected)
    {
        documents.Report(file, node, $"{ScalarMembers.Describe(expected)} was expected here", "Correct it");
        return null;
    }

    private static string Unknown(ElementKind kind, string name) =>
        kind == ElementKind.PathItem ? $"'{name}' is no HTTP method" : $"'{name}' is no member of an OpenAPI {kind}";
}
