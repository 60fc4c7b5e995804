using Harness.Mock.Exchanges;
using Harness.Mock.Portals;

namespace Harness.Mock.Quirks;

/// <summary>Around a stage that makes answers up: lets the operation's quirks put in what a schema cannot say. Refusals pass unchanged.</summary>
/// <param name="find">The operation at a method, host and path; null when there is none.</param>
internal sealed class AmendmentStage(IStage inner, Func<string, string, string, PortalOperation?> find) : IStage
{
    public Reply? Answer(Exchange exchange)
    {
        PortalOperation asked = exchange.Plan!;
        if (asked.Quirks.Length == 0)
        {
            return inner.Answer(exchange);
        }

        exchange.Plan = Meant(exchange, asked);
        Reply? reply = inner.Answer(exchange);
        exchange.Plan = asked;
        if (reply is null || reply.Decision.Code != "served")
        {
            return reply;
        }

        foreach (IQuirk quirk in asked.Quirks)
        {
            reply = quirk.Amend(exchange, reply);
        }

        return reply;
    }

    private PortalOperation Meant(Exchange exchange, PortalOperation asked)
    {
        foreach (IQuirk quirk in asked.Quirks)
        {
            if (quirk.Canonical is { } path && find(exchange.Method, exchange.Host, path) is { } canonical)
            {
                return canonical;
            }
        }

        return asked;
    }
}
