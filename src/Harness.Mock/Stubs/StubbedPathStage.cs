using Harness.Contracts.Access;
using Harness.Contracts.Operations;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;

namespace Harness.Mock.Stubs;

/// <summary>Matching, with one exception: a path that no contract has, but a stub mapping is for, is let through the access gate to that mapping.</summary>
internal sealed class StubbedPathStage(IStage matching, IStage? access, StubStage stubs) : IStage
{
    private const int NoOperation = -1;

    public Reply? Answer(Exchange exchange)
    {
        Reply? refusal = matching.Answer(exchange);
        if (refusal is null || !stubs.WouldAnswer(exchange))
        {
            return refusal;
        }

        // The gate asks the plan what a call needs; whoever comes later must not take it for an operation of a contract.
        exchange.Plan = Plan(exchange);
        Reply answer = access?.Answer(exchange) ?? stubs.Answer(exchange) ?? refusal;
        exchange.Plan = null;
        return answer;
    }

    private static PortalOperation Plan(Exchange exchange)
    {
        var operation = new Operation { Family = exchange.Portal.Family.Id, Method = exchange.Method, Path = exchange.Path, Hosts = [exchange.Host] };
        return new PortalOperation(
            NoOperation, $"{exchange.Method} {exchange.Path}", operation, exchange.Portal, AccessPlan.For(exchange.Portal.Family, operation), [], []);
    }
}
