using System.Globalization;
using Harness.Contracts.Operations;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.State.Queries;

/// <summary>Reads what a call wants of a list: OData's parameters everywhere, the portals' own where the contract declares them.</summary>
internal sealed class ListQueryReader(Operation operation)
{
    private ListQuery _query = new();
    private int _pageIndex;
    private bool _isAsked;
    private string? _problem;

    /// <summary>Null when the call wants nothing of the kind.</summary>
    public static ListQuery? Read(Operation operation, IQueryCollection query, out string? problem)
    {
        var reader = new ListQueryReader(operation);
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> parameter in query)
        {
            string value = (parameter.Value.Count > 0 ? parameter.Value[^1] : null)?.Trim() ?? "";
            if (value.Length > 0 && (parameter.Key.StartsWith('$') ? !reader.OData(parameter.Key[1..].ToLowerInvariant(), value) : reader.Declared(parameter.Key) is { } declared && !reader.Own(declared, value)))
            {
                problem = reader._problem;
                return null;
            }
        }

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

    private bool Own(OperationParameter declared, string value)
    {
        switch (declared.Name.ToLowerInvariant())
        {
            case "top" or "pagesize" or "limit" or "resultsize" or "maxresults":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top > 0 ? Ask(_query with { Top = top }) : true;
            case "skip" or "offset":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int skip) ? Ask(_query with { Skip = _query.Skip + skip }) : true;
            case "pageindex" or "pagenumber":
                // Observed: zero-based, unless the contract begins at one.
                int first = declared.Schema.Minimum >= 1 || declared.Name.EndsWith("number", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                _pageIndex = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? Math.Max(0, index - first) : 0;
                return true;
            case "nextlink" or "skiptoken" or "continuationtoken" or "nextpage" or "watermark" or "pagetoken":
                return Token(declared.Name, value);
            default:
                return true;
        }
    }

    private OperationParameter? Declared(string name) =>
        operation.Parameters.FirstOrDefault(p => p.In == "query" && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

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
