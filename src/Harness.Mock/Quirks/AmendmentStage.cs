using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>Around the stage that makes answers up: lets the operation's quirks put in what a schema cannot say. Refusals pass unchanged.</summary>
internal sealed class AmendmentStage(IStage inner) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        Reply? reply = inner.Answer(exchange);
        IReadOnlyList<IQuirk> quirks = exchange.Plan!.Quirks;
        if (quirks.Count == 0 || reply is null || reply.Decision.Code != "served")
        {
            return reply;
        }

        foreach (IQuirk quirk in quirks)
        {
            reply = quirk.Amend(exchange, reply);
        }

        return reply;
    }
}
