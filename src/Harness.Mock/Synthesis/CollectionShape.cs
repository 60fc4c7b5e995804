using System.Collections.Frozen;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Where in an answer its main list stands: the answer itself, or a property of its envelope.</summary>
/// <param name="Path">Names of the properties that lead to it; empty when the answer is the array.</param>
/// <param name="Array">Schema of the array.</param>
public sealed record CollectionShape(IReadOnlyList<string> Path, Schema Array)
{
    private static readonly FrozenSet<string> ListNames = FrozenSet.ToFrozenSet(
        ["value", "values", "items", "results", "result", "data", "records", "list", "entries", "elements", "rows", "resources", "objects", "collection", "resultdata"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> WrapperNames = FrozenSet.ToFrozenSet(
        ["d", "data", "result", "results", "response", "value", "body", "content", "payload", "resultdata"], StringComparer.Ordinal);

    public Schema? Items => Array.Items;

    /// <summary>Null when the schema is no list of objects.</summary>
    /// <param name="collection">Last word of the path, which may name the list property: <c>users</c>.</param>
    public static CollectionShape? Find(Schema schema, string collection) => Find(schema, collection, [], 2);

    private static CollectionShape? Find(Schema schema, string collection, string[] path, int depth)
    {
        if (IsListOfObjects(schema))
        {
            return new CollectionShape(path, schema);
        }

        SchemaProperty[] lists = [.. schema.Properties.Where(p => IsListOfObjects(p.Schema) && !p.Schema.WriteOnly)];
        SchemaProperty? main = Named(lists, collection) ?? (lists.Length == 1 && IsEnvelope(schema, lists[0]) ? lists[0] : null);
        if (main is not null)
        {
            return new CollectionShape([.. path, main.Name], main.Schema);
        }

        return depth == 0 ? null : schema.Properties
            .Where(p => WrapperNames.Contains(Compact(p.Name)) && p.Schema.Properties.Count > 0)
            .Select(p => Find(p.Schema, collection, [.. path, p.Name], depth - 1))
            .FirstOrDefault(found => found is not null);
    }

    private static SchemaProperty? Named(SchemaProperty[] lists, string collection)
    {
        string compact = Compact(collection);
        return System.Array.Find(lists, p => ListNames.Contains(Compact(p.Name))) ?? System.Array.Find(lists, p => Compact(p.Name) == compact);
    }

    private static bool IsListOfObjects(Schema schema) => schema.Items is { Properties.Count: > 0 } && schema.Properties.Count == 0
        && (schema.Types == JsonTypes.None || schema.Types.HasFlag(JsonTypes.Array));

    // A page around a list holds counts, links and errors; anything with a name or an id of its own is a thing that has a list.
    private static bool IsEnvelope(Schema schema, SchemaProperty list) => schema.Properties.Where(p => p != list).All(p =>
        PropertyMeaning.Of(p.Name).Role is ValueRole.Count or ValueRole.Paging or ValueRole.PageStart or ValueRole.PageSize or ValueRole.ODataContext or ValueRole.ODataType or ValueRole.ETag
        || ErrorNames.IsError(p.Name) || p.Schema.Types.HasFlag(JsonTypes.Boolean));

    private static string Compact(string name) => string.Concat(NameWords.Split(name));
}
