using Harness.Mock.Exchanges;

namespace Harness.Mock;

/// <summary>The life of a call, in order. Each stage answers, or passes on; the last one always answers.</summary>
internal sealed class MockServerPipeline(
    IStage pages,
    IStage matching,
    IStage faults,
    IStage? access,
    IStage licenses,
    IStage? roles,
    IStage quirks,
    IStage stubs,
    IStage recordings,
    IStage services,
    IStage digests,
    IStage state,
    IStage synthesis)
{
    public Reply Answer(Exchange exchange) =>
        pages.Answer(exchange)
        ?? matching.Answer(exchange)

        // A portal that throttles or fails does so to everybody.
        ?? faults.Answer(exchange)

        // Before everything that tells something about the tenant: who is not let in learns nothing.
        ?? access?.Answer(exchange)
        ?? licenses.Answer(exchange)
        ?? roles?.Answer(exchange)
        ?? quirks.Answer(exchange)
        ?? stubs.Answer(exchange)
        ?? recordings.Answer(exchange)
        ?? services.Answer(exchange)
        ?? digests.Answer(exchange)
        ?? state.Answer(exchange)
        ?? synthesis.Answer(exchange)
        ?? throw new InvalidOperationException($"No stage answered {exchange.Method} {exchange.Path}.");
}
