using System.Collections.Frozen;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.World;

namespace Harness.Mock.Synthesis;

/// <summary>Which path parameters stand for an element of which list, over all contracts.</summary>
public sealed class LinkPlan
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["list", "query", "search", "all", "getall", "find", "get", "filter", "details", "listall", "export", "lookup"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> CreatingVerbs = FrozenSet.ToFrozenSet(["create", "getorcreate", "add", "new"], StringComparer.Ordinal);

    private static readonly Schema AnyText = Schema.Anything;

    private readonly FrozenDictionary<Operation, OperationLinks> _links;
    private readonly Dictionary<(string Host, string Path), ListRoute> _lists;

    private LinkPlan(FrozenDictionary<Operation, OperationLinks> links, Dictionary<(string Host, string Path), ListRoute> lists)
    {
        _links = links;
        _lists = lists;
    }

    public static LinkPlan Build(IReadOnlyList<Operation> operations)
    {
        Dictionary<Operation, PathTemplate> paths = new(ByReference<Operation>.Instance);
        Dictionary<(string Host, string Path), ListRoute> lists = [];
        foreach (Operation operation in operations)
        {
            paths[operation] = PathTemplate.Parse(operation.Path);
        }

        // Where a path can be listed both ways, the GET is the list.
        foreach (Operation operation in operations.OrderBy(o => o.Method == "GET" ? 0 : 1))
        {
            PathTemplate path = paths[operation];
            if (AsList(operation, path) is { } list)
            {
                foreach (string host in operation.Hosts)
                {
                    lists.TryAdd((host.ToLowerInvariant(), path.Normalized), list);
                }
            }
        }

        FrozenDictionary<Operation, OperationLinks> links =
            paths.ToFrozenDictionary(p => p.Key, p => Link(p.Key, p.Value, lists), ByReference<Operation>.Instance);
        foreach ((Operation operation, OperationLinks link) in paths.Select(p => (p.Key, links[p.Key])))
        {
            DetailRefinement.Apply(operation, link);
        }

        return new LinkPlan(links, lists);
    }

    /// <summary>For an operation that the plan was not built from: without links.</summary>
    public OperationLinks Of(Operation operation)
    {
        if (_links.TryGetValue(operation, out OperationLinks? links))
        {
            return links;
        }

        PathTemplate path = PathTemplate.Parse(operation.Path);
        return new OperationLinks(path, KindOf(operation, null), null, new KeyLink?[path.Sites.Count]);
    }

    /// <summary>The list that answers a GET of a path on an operation's hosts; null when there is none.</summary>
    /// <param name="normalizedPath">As <see cref="PathTemplate.Normalized"/> spells it.</param>
    public ListRoute? ListAt(Operation operation, string normalizedPath)
    {
        foreach (string host in operation.Hosts)
        {
            if (_lists.TryGetValue((host.ToLowerInvariant(), normalizedPath), out ListRoute? list))
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>The list that a POST adds to: the one at its path, below it under its own name, or before a word such as <c>create</c>.</summary>
    public ListRoute? ListAddedTo(Operation operation, string normalizedPath)
    {
        int slash = normalizedPath.LastIndexOf('/');
        return ListAt(operation, normalizedPath)
            ?? ListAt(operation, Doubled(normalizedPath))
            ?? (slash > 0 && CreatingVerbs.Contains(normalizedPath[(slash + 1)..]) ? ListAt(operation, normalizedPath[..slash]) : null);
    }

    // Observed: /Policies/Policies lists what /Policies/{policyId} shows.
    private static string Doubled(string normalizedPath) => normalizedPath + normalizedPath[Math.Max(0, normalizedPath.LastIndexOf('/'))..];

    private static OperationLinks Link(Operation operation, PathTemplate path, Dictionary<(string Host, string Path), ListRoute> lists)
    {
        KeyLink?[] sites = new KeyLink?[path.Sites.Count];
        for (int i = 0; i < sites.Length; i++)
        {
            sites[i] = FindList(operation, path.Sites[i], lists);
        }

        ListRoute? own = operation.Method is "GET" or "POST" && lists.TryGetValue((operation.Hosts[0].ToLowerInvariant(), path.Normalized), out ListRoute? list)
            && ReferenceEquals(list.Operation, operation) ? list : null;
        string kind = sites.Length > 0 && sites[^1] is { } parent && path.Sites[^1].IsLast ? parent.List.Kind : own?.Kind ?? KindOf(operation, null);
        return new OperationLinks(path, kind, own, sites);
    }

    private static KeyLink? FindList(Operation operation, PathSite site, Dictionary<(string Host, string Path), ListRoute> lists)
    {
        if (site.Collection is null)
        {
            return null;
        }

        Schema schema = operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == site.Name)?.Schema ?? AnyText;
        foreach (string host in operation.Hosts)
        {
            if ((lists.TryGetValue((host.ToLowerInvariant(), site.Collection), out ListRoute? list)
                    || lists.TryGetValue((host.ToLowerInvariant(), Doubled(site.Collection)), out list))
                && KeyChoice.Find(list, site.Name, schema) is { } key)
            {
                list.Key ??= new KeyLink(list, key);
                return list.Key.Key == key ? list.Key : new KeyLink(list, key);
            }
        }

        return null;
    }

    private static ListRoute? AsList(Operation operation, PathTemplate path)
    {
        // A POST that answers 200 with a list is a search; one that answers 201 has made something.
        bool reads = operation.Method == "GET" || (operation.Method == "POST" && operation.Success?.Status == 200);
        Schema? schema = reads ? operation.Success?.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType))?.Schema : null;
        CollectionShape? shape = schema is null ? null : CollectionShape.Find(schema, PathTemplate.LastWord(operation.Path));
        return shape is null ? null : new ListRoute(operation, path, shape, KindOf(operation, shape.Items!.Name));
    }

    /// <summary>The kind that the path's last telling word stands for, else the one its component name stands for, else one named after the word.</summary>
    private static string KindOf(Operation operation, string? component)
    {
        string path = operation.Path;
        string word = PathTemplate.LastWord(path);
        while (Verbs.Contains(word.ToLowerInvariant()) && path.LastIndexOf(word, StringComparison.Ordinal) is > 0 and int at)
        {
            path = path[..at];
            word = PathTemplate.LastWord(path);
        }

        return EntityKinds.Find(word) ?? (component is null ? null : EntityKinds.Find(component)) ?? EntityKinds.Generic(word);
    }
}
