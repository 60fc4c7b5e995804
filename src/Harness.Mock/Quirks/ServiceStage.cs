using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>Lets quirks serve what a contract and the seeded world cannot: answers that depend on earlier calls and on the clock.</summary>
internal sealed class ServiceStage : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        foreach (IQuirk quirk in exchange.Plan!.Quirks)
        {
            if (quirk.Serve(exchange) is { } reply)
            {
                return reply;
            }
        }

        return null;
    }
}
