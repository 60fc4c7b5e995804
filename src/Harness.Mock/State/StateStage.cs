using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Harness.Mock.State.Batches;
using Harness.Mock.Synthesis;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.State;

/// <summary>Makes writes count: they are held against the contract, they change the seeded world, and reads show what became of it.</summary>
internal sealed class StateStage : IStage
{
    private readonly ReadAnswers _reads;
    private readonly Writes _writes;
    private readonly BatchCalls _batches;

    public StateStage(PortalTable portals, SynthesisStage synthesis, EntityChanges changes, Func<Exchange, Reply> pipeline)
    {
        var pages = new ShownPages(portals.Table.Operations);
        _reads = new ReadAnswers(synthesis, changes);
        _batches = new BatchCalls(portals, pipeline);
        _writes = new Writes(synthesis, changes, pages.Has);
    }

    public Reply? Answer(Exchange exchange) =>
        HttpMethods.IsGet(exchange.Method) || HttpMethods.IsHead(exchange.Method) ? _reads.Answer(exchange) : _batches.Answer(exchange) ?? _writes.Answer(exchange);
}
