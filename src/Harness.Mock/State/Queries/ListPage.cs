using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Contracts.Schemas;

namespace Harness.Mock.State.Queries;

/// <summary>Cuts the page that a call wants out of a list's document, and sets right what its envelope says about it.</summary>
internal sealed class ListPage(JsonNode document, JsonArray list, Schema schema, ListQuery query)
{
    private static readonly string[] Totals = ["@odata.count", "odata.count", "totalCount", "total", "totalRowCount", "totalResults", "totalResultCount", "totalItems", "recordsCount", "count"];
    private static readonly string[] NextLinks = ["@odata.nextLink", "odata.nextLink", "nextLink", "nextPageLink", "nextPage"];
    private static readonly string[] Tokens = ["continuationToken", "skipToken", "waterMark", "nextPageToken"];

    /// <param name="nextLink">Makes the link to a page from its token.</param>
    public void Apply(Func<string, string> nextLink)
    {
        List<JsonNode?> all = Chosen();
        int skip = Math.Min(query.Skip, all.Count);
        List<JsonNode?> page = all.GetRange(skip, Math.Min(query.Top ?? int.MaxValue, all.Count - skip));
        list.Clear();
        foreach (JsonNode? item in page)
        {
            list.Add(query.Select is { } select && item is JsonObject whole ? Narrowed(whole, select) : item);
        }

        int next = skip + page.Count;
        Describe(all.Count, page.Count, skip == 0, next < all.Count && page.Count > 0 ? PageToken.For(next) : null, nextLink);
    }

    private List<JsonNode?> Chosen()
    {
        IEnumerable<JsonNode?> items = list.Where(i => query.Filter is null || (i is JsonObject item && query.Filter.Holds(item))).ToList();
        IOrderedEnumerable<JsonNode?>? ordered = null;
        Comparer<object?> comparer = Comparer<object?>.Create(JsonValues.Order);
        foreach (SortKey key in query.Order)
        {
            object? Value(JsonNode? item) => item is JsonObject whole ? JsonValues.Find(whole, key.Path) : null;
            ordered = (ordered, key.Descends) switch
            {
                (null, false) => items.OrderBy(Value, comparer),
                (null, true) => items.OrderByDescending(Value, comparer),
                (_, false) => ordered.ThenBy(Value, comparer),
                _ => ordered.ThenByDescending(Value, comparer),
            };
        }

        return [.. ordered ?? items];
    }

    private static JsonObject Narrowed(JsonObject whole, IReadOnlySet<string> select)
    {
        JsonObject narrow = [];
        foreach (KeyValuePair<string, JsonNode?> member in whole)
        {
            if (select.Contains("*") || select.Contains(member.Key) || select.Any(s => s.StartsWith(member.Key + "/", StringComparison.OrdinalIgnoreCase)))
            {
                narrow[member.Key] = member.Value?.DeepClone();
            }
        }

        return narrow;
    }

    private void Describe(int total, int shown, bool isFirst, string? token, Func<string, string> nextLink)
    {
        if (list.Parent is not JsonObject envelope)
        {
            return;
        }

        if (query.WantsCount)
        {
            envelope.Remove("@odata.count");
            envelope.Insert(envelope.ContainsKey("@odata.context") ? 1 : 0, "@odata.count", total);
        }

        foreach (JsonObject level in ReferenceEquals(envelope, document) || document is not JsonObject root ? [envelope] : new[] { envelope, root })
        {
            foreach (string name in level.Select(m => m.Key).ToList())
            {
                Describe(level, name, total, shown, isFirst, token is null);
            }
        }

        Link(envelope, NextLinks, token is null ? null : nextLink(token), token is not null);
        Link(envelope, Tokens, token, token is not null);
    }

    private static void Describe(JsonObject level, string name, int total, int shown, bool isFirst, bool isLast)
    {
        JsonValueKind kind = level[name]?.GetValueKind() ?? JsonValueKind.Null;
        if (kind == JsonValueKind.Number && Is(name, Totals))
        {
            level[name] = total;
        }
        else if (kind == JsonValueKind.Number && Is(name, ["recordCount", "pageCount", "resultCount"]))
        {
            level[name] = Is(name, ["recordCount", "resultCount"]) ? shown : level[name]!.DeepClone();
        }
        else if (kind is JsonValueKind.True or JsonValueKind.False && Is(name, ["hasNext", "hasMore", "hasMoreResults", "hasNextPage", "lastPage", "isLastPage", "firstPage"]))
        {
            level[name] = Is(name, ["lastPage", "isLastPage"]) ? isLast : Is(name, ["firstPage"]) ? isFirst : !isLast;
        }
    }

    // Only where the contract has the member: a client that never met a link would not know one.
    private void Link(JsonObject envelope, string[] names, string? value, bool isMore)
    {
        SchemaProperty[] declared = [.. schema.Properties.Where(p => Is(p.Name, names))];
        foreach (SchemaProperty property in declared)
        {
            if (isMore)
            {
                envelope[property.Name] = value;
            }
            else if (property.Schema.AllowsNull)
            {
                envelope[property.Name] = null;
            }
            else if (!property.Required)
            {
                envelope.Remove(property.Name);
            }
        }
    }

    private static bool Is(string name, string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
