using System.Text;
using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Builds one call an operation that succeeds in the tenant now in force: seeded ids, required query values, a valid body.</summary>
public sealed class ExampleCalls
{
    private readonly ContractPlans _contracts;
    private readonly TenantWorld _world;
    private readonly SeededKeys _keys;

    internal ExampleCalls(ContractPlans contracts, TenantWorld world, SeededKeys keys)
    {
        _contracts = contracts;
        _world = world;
        _keys = keys;
    }

    /// <param name="known">Path values that are settled already, by parameter name.</param>
    public ExampleCall For(Operation operation, IReadOnlyDictionary<string, string>? known = null)
    {
        OperationLinks links = _contracts.Links.Of(operation);
        Dictionary<string, string> values = PathValues(operation, links);
        foreach (KeyValuePair<string, string> value in known ?? new Dictionary<string, string>())
        {
            // Names of parameters are compared as the portals compare paths.
            if (values.Keys.FirstOrDefault(n => string.Equals(n, value.Key, StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                values[name] = value.Value;
            }
        }

        Dictionary<string, string> query = [];
        foreach (OperationParameter parameter in operation.Parameters.Where(p => p is { In: "query", Required: true }))
        {
            query[parameter.Name] = OfList(parameter.Name, links) ?? Unlisted(parameter.Name, parameter.Schema, null);
        }

        AnswerContext context = ContextFor(links, values);
        (string? contentType, string? body) = operation.RequestBody is null ? (null, null) : RequestBodies.Write(operation.RequestBody, context, _contracts.Plans);
        return new ExampleCall(ContractPlans.HostOf(operation, _world.Tenant), FillPath(links.Path, values), query, contentType, body) { PathValues = values };
    }

    private Dictionary<string, string> PathValues(Operation operation, OperationLinks links)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < links.Path.Sites.Count; i++)
        {
            PathSite site = links.Path.Sites[i];
            // The first thing of a list is there below every parent.
            values[site.Name] = links.Sites[i] is { } link
                ? operation.Method == "DELETE" && site.IsLast ? LastOf(link, links, site.Name, values) : _keys.Of(link).Keys[0]
                : Unlisted(site.Name, operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == site.Name)?.Schema ?? Schema.Anything, site.CollectionWord, operation.Method == "DELETE" && site.IsLast);
        }

        return values;
    }

    // What the example of a deletion deletes is no other example's subject, so that all of them succeed in any order.
    private string LastOf(KeyLink link, OperationLinks links, string name, Dictionary<string, string> values)
    {
        var paths = new PathReader(_world, _keys);
        string[] keys = _keys.Of(link).Keys;
        return keys.Reverse().FirstOrDefault(key => paths.Read(links, new Dictionary<string, string>(values, StringComparer.Ordinal) { [name] = key }).Missing is null) ?? keys[0];
    }

    // A filter that keeps all, an order by what every element has.
    private static string? OfList(string parameter, OperationLinks links)
    {
        string? property = links.List?.Items.Properties.OrderByDescending(p => PropertyMeaning.Of(p.Name).Role == ValueRole.Identity).FirstOrDefault()?.Name;
        return property is null ? null : parameter switch
        {
            "$filter" => $"{property} ne null",
            "$orderby" or "$select" => property,
            _ => null,
        };
    }

    // Things that all portals share come from the pool, other values from format and name.
    private string Unlisted(string name, Schema schema, string? collection, bool isLast = false)
    {
        PropertyMeaning meaning = PropertyMeaning.Of(name);
        string? kind = collection is null ? null : EntityKinds.Find(collection);
        Entity entity = kind is not null && string.IsNullOrEmpty(meaning.Subject) ? _world.Entity(kind, isLast ? _world.PoolSize(kind) - 1 : 0) : _world.Thing(null, "example");
        if (IsTenant(name, schema))
        {
            return _world.Tenant.Id.ToString("D");
        }

        Schema text = schema.IsPlaceholder ? SchemaComposition.OfColumns(name).Properties[0].Schema : schema;
        AnswerContext context = new(_world) { PathEntities = meaning.Subject is { Length: > 0 } subject ? [_world.Entity(subject, isLast ? _world.PoolSize(subject) - 1 : 0)] : [] };
        byte[] json = DocumentWriter.Write(context, _contracts.Plans.Of(text, name), new Scope(entity, default, 0, 1, -1, false));
        using JsonDocument document = JsonDocument.Parse(json);
        return AsText(document.RootElement);
    }

    private bool IsTenant(string name, Schema schema) => (name is "tenant" || EntityKinds.Find(name) == EntityKinds.Tenant)
        && SchemaValidator.AcceptsText(schema, _world.Tenant.Id.ToString("D"));

    // Arrays in a query hold one value here; a list of one is the shortest that succeeds.
    private static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() > 0 => AsText(value[0]),
        _ => value.GetRawText(),
    };

    private AnswerContext ContextFor(OperationLinks links, Dictionary<string, string> values)
    {
        PathReading path = new PathReader(_world, _keys).Read(links, values);
        return new AnswerContext(_world)
        {
            Root = path.Named ?? _world.Thing(null, links.Path.Normalized),
            PathEntities = path.Entities,
            Echoes = path.Echoes,
            IsRequest = true,
        };
    }

    private static string FillPath(PathTemplate path, Dictionary<string, string> values)
    {
        StringBuilder text = new();
        string template = path.Text;
        int at = 0;
        foreach (PathSite site in path.Sites)
        {
            int open = template.IndexOf('{', at);
            text.Append(PercentEncoding.Literal(template[at..open])).Append(PercentEncoding.Value(values[site.Name]));
            at = template.IndexOf('}', open) + 1;
        }

        return text.Append(PercentEncoding.Literal(template[at..])).ToString();
    }
}
