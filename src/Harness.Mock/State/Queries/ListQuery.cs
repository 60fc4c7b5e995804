namespace Harness.Mock.State.Queries;

/// <summary>What a call wants of a list.</summary>
internal sealed record ListQuery
{
    public FilterExpression? Filter { get; init; }

    public IReadOnlyList<SortKey> Order { get; init; } = [];

    /// <summary>Null for all properties.</summary>
    public IReadOnlySet<string>? Select { get; init; }

    public int Skip { get; init; }

    /// <summary>Null for no bound.</summary>
    public int? Top { get; init; }

    public bool WantsCount { get; init; }

    /// <summary>The query parameter that the next page is asked for with.</summary>
    public string TokenName { get; init; } = "$skiptoken";
}
