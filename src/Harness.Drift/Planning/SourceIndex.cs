using Harness.Contracts.Operations;
using Harness.Contracts.Routing;
using Harness.Contracts.Schemas;

namespace Harness.Drift.Planning;

/// <summary>Finds the answers of a family that may hold the value of a parameter, by address (<c>/incidents</c> for <c>/incidents/{id}</c>) or by name.</summary>
internal sealed class SourceIndex
{
    private const int DeepestProperty = 4;
    private const int MostSources = 3;

    // Names that every second object has say nothing about which object is meant.
    private static readonly HashSet<string> Vague = new(StringComparer.OrdinalIgnoreCase) { "id", "name", "type", "key", "value", "0", "displayname", "status", "version", "state", "date" };

    private readonly Dictionary<string, List<string>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Parameters, string Key)>> _byProperty = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<HarvestSource>> _byParameter = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="operations">GETs that may be sent.</param>
    public SourceIndex(IEnumerable<(Operation Operation, PathTemplate Template)> operations)
    {
        foreach ((Operation operation, PathTemplate template) in operations)
        {
            Add(_byPath, OperationKey.Normalize(operation.PortalPath).TrimEnd('/'), operation.ToString());
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (MediaContent content in operation.Success?.Content ?? [])
            {
                Collect(content.Schema, operation.ToString(), template.ParameterNames.Count, seen, 0);
            }
        }

        foreach ((Operation operation, PathTemplate template) in operations)
        {
            foreach ((string name, HarvestSource source) in ByAddress(operation, template))
            {
                if (!Vague.Contains(name))
                {
                    Add(_byParameter, name, source);
                }
            }
        }
    }

    public IEnumerable<HarvestSource> Find(Operation operation, PathTemplate template, string parameter)
    {
        IEnumerable<HarvestSource> own = ByAddress(operation, template).Where(s => s.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase)).Select(s => s.Source);
        IEnumerable<HarvestSource> sameName = Vague.Contains(parameter) ? [] : _byParameter.GetValueOrDefault(parameter) ?? [];
        IEnumerable<HarvestSource> property = Vague.Contains(parameter) || !_byProperty.TryGetValue(parameter, out List<(int Parameters, string Key)>? holders)
            ? []
            : holders.OrderBy(h => h.Parameters).ThenBy(h => h.Key, StringComparer.Ordinal).Select(h => new HarvestSource(h.Key, null, [parameter.ToLowerInvariant()]));
        string self = operation.ToString();
        return own.Concat(sameName).Concat(property).Where(s => s.Probe != self).DistinctBy(s => s.Probe).Take(MostSources);
    }

    // The list stands where the address stops: /incidents for /incidents/{id}, /Mailbox or /Mailboxes for /Mailbox('{id}').
    private IEnumerable<(string Name, HarvestSource Source)> ByAddress(Operation operation, PathTemplate template)
    {
        string path = "";
        foreach (PathSegment segment in template.Segments)
        {
            if (segment.ParameterNames.Count == 1)
            {
                string before = segment.Text[..segment.Text.IndexOf('{', StringComparison.Ordinal)].TrimEnd('\'', '(', '=');
                string collection = OperationKey.Normalize(before.Length == 0 ? path : $"{path}/{before}");
                string name = segment.ParameterNames[0];
                foreach (string key in Lists(collection))
                {
                    yield return (name, new HarvestSource(key, null, Names(name, collection)));
                }
            }

            path += $"/{segment.Text}";
        }
    }

    private IEnumerable<string> Lists(string collection) =>
        new[] { collection, $"{collection}s", $"{collection}/list", $"{collection}/all" }.SelectMany(p => _byPath.GetValueOrDefault(p) ?? []);

    private static string[] Names(string parameter, string collection)
    {
        string noun = collection[(collection.LastIndexOf('/') + 1)..].TrimEnd('s');
        return [.. new[] { parameter.ToLowerInvariant(), $"{noun}id", "id", "objectid", "guid", "identity", "name" }.Distinct(StringComparer.Ordinal)];
    }

    private void Collect(Schema? schema, string key, int parameters, HashSet<string> seen, int depth)
    {
        if (schema is null || depth > DeepestProperty)
        {
            return;
        }

        Collect(schema.Items, key, parameters, seen, depth + 1);
        foreach (SchemaProperty property in schema.Properties)
        {
            if ((property.Schema.Types & (JsonTypes.String | JsonTypes.Integer)) != JsonTypes.None && seen.Add(property.Name))
            {
                Add(_byProperty, property.Name, (parameters, key));
            }

            Collect(property.Schema, key, parameters, seen, depth + 1);
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T value)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
