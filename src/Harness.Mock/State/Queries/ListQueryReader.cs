using System.Globalization;
using System.Text.Json;
using Harness.Contracts.Operations;
using Harness.Contracts.Schemas;
using Harness.Mock.Synthesis;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.State.Queries;

/// <summary>Reads what a call wants of a list: OData's parameters everywhere, the portals' own where the contract declares them.</summary>
internal sealed class ListQueryReader(Operation operation, CollectionShape shape)
{
    private const string WaterMark = "watermark";

    private ListQuery _query = new();
    private int _pageIndex;
    private bool _isAsked;
    private string? _problem;

    /// <summary>Null when the call wants nothing of the kind.</summary>
    /// <param name="body">Of a search that is sent as a POST; undefined for a GET.</param>
    public static ListQuery? Read(Operation operation, CollectionShape shape, IQueryCollection query, JsonElement body, out string? problem)
    {
        var reader = new ListQueryReader(operation, shape);
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> parameter in query)
        {
            string value = (parameter.Value.Count > 0 ? parameter.Value[^1] : null)?.Trim() ?? "";
            bool isRead = value.Length == 0
                || (parameter.Key.StartsWith('$') ? reader.OData(parameter.Key[1..].ToLowerInvariant(), value) : reader.Own(parameter.Key, reader.Declared(parameter.Key), value));
            if (!isRead)
            {
                problem = reader._problem;
                return null;
            }
        }

        reader.ReadBody(body);
        problem = null;
        ListQuery read = reader._query;
        return reader._isAsked ? read with { Skip = (int)Math.Min(int.MaxValue, read.Skip + ((long)reader._pageIndex * (read.Top ?? 0))) } : null;
    }

    private bool OData(string name, string value) => name switch
    {
        "filter" => Filter(value),
        "top" => Number("$top", value, number => _query = _query with { Top = number }),
        "skip" => Number("$skip", value, number => _query = _query with { Skip = _query.Skip + number }),
        "skiptoken" => Token("$skiptoken", value),
        "orderby" => Order(value),
        "select" => Ask(_query with { Select = value.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) }),
        "count" => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) ? Ask(_query with { WantsCount = true }) : true,
        "inlinecount" => string.Equals(value, "allpages", StringComparison.OrdinalIgnoreCase) ? Ask(_query with { WantsCount = true }) : true,
        _ => true,
    };

    // A search says in its body what a GET says in its query; a filter there is the portal's own affair.
    private void ReadBody(JsonElement body)
    {
        Schema? declared = operation.RequestBody?.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType))?.Schema;
        if (declared is null || body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String && declared.FindProperty(member.Name) is { } property)
            {
                Own(member.Name, property.Schema, member.Value.ToString());
            }
        }
    }

    /// <param name="declared">Null for what the contract lacks, which says nothing here.</param>
    private bool Own(string name, Schema? declared, string value)
    {
        switch (declared is null ? "" : name.ToLowerInvariant())
        {
            case "top" or "pagesize" or "limit" or "resultsize" or "maxresults":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top > 0 ? Ask(_query with { Top = top }) : true;
            case "skip" or "offset":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? Ask(_query with { Skip = _query.Skip + skip }) : true;
            case "pageindex" or "pagenumber":
                // Observed: zero-based, unless the contract begins at one.
                int first = declared!.Minimum >= 1 || name.EndsWith("number", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                _pageIndex = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? Math.Max(0, index - first) : 0;
                return true;
            case "nextlink" or "skiptoken" or "continuationtoken" or "nextpage" or WaterMark or "pagetoken":
                return Token(name, value);
            default:
                return true;
        }
    }

    private Schema? Declared(string name)
    {
        OperationParameter? parameter = operation.Parameters.FirstOrDefault(p => p.In == "query" && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        return parameter?.Schema ?? (IsOfDataLayer(name) ? Schema.Anything : null);
    }

    // Purview's data layer gives out a WaterMark to go on from; none of its contracts says how it is sent back, so it goes by its own name.
    private bool IsOfDataLayer(string name) =>
        name.ToLowerInvariant() is WaterMark or "pagesize"
        && operation.Success?.Content.FirstOrDefault(c => MediaTypes.IsJson(c.MediaType))?.Schema is { } schema
        && ReadAnswers.EnvelopeOf(schema, shape).Properties.Any(p => string.Equals(p.Name, WaterMark, StringComparison.OrdinalIgnoreCase));

    private bool Filter(string text)
    {
        FilterReading reading = FilterParser.Read(text);
        if (reading.Expression is null)
        {
            _problem = $"$filter cannot be read: {reading.Problem}";
            return false;
        }

        return Ask(_query with { Filter = reading.Expression });
    }

    private bool Order(string text)
    {
        List<SortKey> keys = [];
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isDirection = words.Length == 1 || words[1].ToLowerInvariant() is "asc" or "desc";
            if (words.Length > 2 || !isDirection)
            {
                _problem = $"$orderby cannot be read: '{part}' is not a property with or without asc or desc";
                return false;
            }

            keys.Add(new SortKey(words[0].Split('/'), words.Length == 2 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase)));
        }

        return Ask(_query with { Order = keys });
    }

    private bool Number(string name, string value, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            _problem = $"{name} is not a whole number from zero: {value}";
            return false;
        }

        set(number);
        return Ask(_query);
    }

    private bool Token(string name, string value) => Ask(_query with { Skip = _query.Skip + PageToken.Read(value), TokenName = name });

    private bool Ask(ListQuery query)
    {
        _query = query;
        _isAsked = true;
        return true;
    }
}
