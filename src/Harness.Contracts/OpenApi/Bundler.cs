using System.Text.Json.Nodes;
using Harness.Contracts.Yaml;

namespace Harness.Contracts.OpenApi;

/// <summary>Makes one OpenAPI document out of a root and its modules, and tells every mistake with its place.</summary>
/// <remarks>Only what the paths lead to is read: a broken component that nobody refers to harms nobody.</remarks>
internal sealed class Bundler
{
    public const string InlineSchema = "inline-schema";

    private readonly DocumentSet _documents;
    private readonly string _root;
    private readonly ElementProjector _projector;

    public Bundler(DocumentSet documents, string rootFile)
    {
        _documents = documents;
        _root = rootFile;
        _projector = new ElementProjector(documents, new ComponentNames(rootFile));
    }

    /// <summary>Null when the root is no OpenAPI document; then a problem says why.</summary>
    public BundledDocument? Bundle()
    {
        if (_documents.Read(_root) is not { } root || Version(root) is not { } version)
        {
            return null;
        }

        if (root["paths"] is not { Kind: YamlKind.Mapping } paths)
        {
            _documents.Report(_root, root["paths"] ?? root, "no paths are declared", "Add paths:, with one entry a path");
            return null;
        }

        var json = new JsonObject
        {
            ["openapi"] = version,
            ["info"] = new JsonObject { ["title"] = "", ["version"] = "" },
        };
        if (root["servers"] is { Kind: YamlKind.Sequence } servers)
        {
            json["servers"] = _projector.List(servers, ElementKind.Server, _root, 0);
        }

        json["paths"] = Paths(paths);
        json["components"] = _projector.Components();
        return _projector.IsExhausted ? null : new BundledDocument(json, root["info"]?["title"]?.Value ?? "", _projector.SchemaNames);
    }

    /// <summary>A bundle that holds one schema, named <see cref="InlineSchema"/>, and what it leads to.</summary>
    public static BundledDocument? BundleSchema(DocumentSet documents, string file, LocatedNode schema)
    {
        var names = new ComponentNames(file);
        names.Reserve(ElementKind.Schema, InlineSchema);
        var projector = new ElementProjector(documents, names);
        JsonNode? projected = projector.Element(schema, ElementKind.Schema, file, 0);
        if (projected is null)
        {
            return null;
        }

        JsonObject components = projector.Components();
        if (projector.IsExhausted)
        {
            return null;
        }

        JsonObject schemas = components["schemas"] as JsonObject ?? [];
        schemas[InlineSchema] = projected;
        components["schemas"] = schemas;
        return new BundledDocument(
            new JsonObject
            {
                ["openapi"] = "3.0.4",
                ["info"] = new JsonObject { ["title"] = "", ["version"] = "" },
                ["paths"] = new JsonObject(),
                ["components"] = components,
            },
            "",
            projector.SchemaNames);
    }

    private string? Version(LocatedNode root)
    {
        if (root["openapi"] is { } version)
        {
            if (version.Value.StartsWith("3.0", StringComparison.Ordinal))
            {
                return "3.0.4";
            }

            if (version.Value.StartsWith("3.", StringComparison.Ordinal))
            {
                return "3.1.1";
            }

            _documents.Report(_root, version, $"OpenAPI {version.Value} is not read here", "Use OpenAPI 3.0 or 3.1");
            return null;
        }

        _documents.Report(_root, root["swagger"] ?? root, "this is no OpenAPI 3 document", "Begin it with openapi: 3.0.3");
        return null;
    }

    private JsonObject Paths(LocatedNode paths)
    {
        var json = new JsonObject();
        for (int i = 0; i < paths.Entries.Count; i++)
        {
            (string path, LocatedNode item) = paths.Entries[i];
            if (path.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (!path.StartsWith('/'))
            {
                KeyPosition at = paths.KeyPositions[i];
                _documents.Report(_root, at.Line, at.Column, $"the path '{path}' does not begin with a slash", "Put a / before it");
                continue;
            }

            if (_projector.Element(item, ElementKind.PathItem, _root, 0) is { } projected)
            {
                json[path] = projected;
            }
        }

        return json;
    }
}
