using Harness.Mock.Exchanges;

namespace Harness.Mock;

/// <summary>The life of a call, in order. Each stage answers, or passes on; the last one always answers.</summary>
internal sealed class MockServerPipeline(
    IStage matching, IStage? access, IStage licenses, IStage quirks, IStage stubs, IStage synthesis)
{
    public Reply Answer(Exchange exchange) =>
        matching.Answer(exchange)

        // Before everything that tells something about the tenant: who is not let in learns nothing.
        ?? access?.Answer(exchange)
        ?? licenses.Answer(exchange)
        ?? quirks.Answer(exchange)
        ?? stubs.Answer(exchange)
        ?? synthesis.Answer(exchange)
        ?? throw new InvalidOperationException($"No stage answered {exchange.Method} {exchange.Path}.");
}
