using Harness.Mock.Exchanges;

namespace Harness.Mock.Quirks;

/// <summary>Lets the operation's declared oddities answer, in the order of <c>family.yml</c>.</summary>
internal sealed class QuirkStage : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        foreach (IQuirk quirk in exchange.Plan!.Quirks)
        {
            if (quirk.Answer(exchange) is { } reply)
            {
                return reply;
            }
        }

        return null;
    }
}
