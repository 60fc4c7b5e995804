using Harness.Mock.Exchanges;

namespace Harness.Mock.State.Batches;

/// <summary>Knows a batch when it sees one, in either of OData's two forms.</summary>
internal sealed class BatchCalls(BatchRunner runner, EntityChanges changes)
{
    public const string Segment = "/$batch";

    /// <summary>More than any portal sends at once.</summary>
    public const int MostParts = 100;

    public static readonly Decision Ran = new(
        Stages.State, "served", "Every part of the batch went through the same stages as a call of its own; its status stands in the answer.", null, null, null);

    private readonly JsonBatch _json = new(runner);
    private readonly MultipartBatch _multipart = new(runner, changes);

    /// <summary>Null for what is no batch.</summary>
    public Reply? Answer(Exchange exchange) => exchange.Path.EndsWith(Segment, StringComparison.OrdinalIgnoreCase)
        ? _json.Answer(exchange) ?? _multipart.Answer(exchange)
        : null;
}
