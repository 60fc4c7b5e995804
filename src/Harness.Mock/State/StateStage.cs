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
    private readonly SynthesisStage _synthesis;

    public StateStage(PortalTable portals, SynthesisStage synthesis, EntityChanges changes, Func<Exchange, Reply> pipeline)
    {
        var pages = new ShownPages(portals.Table.Operations);
        _reads = new ReadAnswers(synthesis, changes);
        _synthesis = synthesis;
        _batches = new BatchCalls(new BatchRunner(portals, pipeline), changes);
        _writes = new Writes(synthesis, changes, pages.Has);
    }

    public Reply? Answer(Exchange exchange) =>
        HttpMethods.IsGet(exchange.Method) || HttpMethods.IsHead(exchange.Method) ? _reads.Answer(exchange)
        : _batches.Answer(exchange) is { } batch ? batch
        : IsSearch(exchange) ? Search(exchange)
        : _writes.Answer(exchange);

    // Half of the portals' lists are POSTs.
    private bool IsSearch(Exchange exchange) =>
        HttpMethods.IsPost(exchange.Method) && _synthesis.Synthesizer.Links.Of(exchange.Plan!.Operation).List is not null;

    private Reply? Search(Exchange exchange) => BodyCheck.Find(exchange, exchange.Plan!.Operation) is { } problem
        ? StateDecisions.Refuse(exchange, problem, "Send a body that the contract allows.")
        : _reads.Answer(exchange);
}
