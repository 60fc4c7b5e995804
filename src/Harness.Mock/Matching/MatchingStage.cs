using Harness.Contracts.Routing;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Harness.Mock.Refusals;

namespace Harness.Mock.Matching;

/// <summary>Finds the operation that a call means; answers with the portal's own 404 or 405 when there is none.</summary>
internal sealed class MatchingStage(OperationTable table, IReadOnlyList<PortalOperation> plans) : IStage
{
    private static readonly Decision SinkDecision = new(
        Stages.Match, "served", "Telemetry that the portal's pages send; it is taken and forgotten.", null, Contracts.EvidenceGrade.Observed, "portal traffic");

    private static readonly Reply Swallowed = new(204, SinkDecision);

    public Reply? Answer(Exchange exchange)
    {
        RouteMatch match = exchange.Known is { } known ? known.MatchIn(table) : table.Match(exchange.Host, exchange.Method, exchange.Path);
        if (match.IsFound)
        {
            exchange.Plan = plans[match.Index];
            exchange.Values = match.Values;
            return null;
        }

        foreach (Contracts.Operations.PathGlob sink in exchange.Portal.Family.Sinks)
        {
            if (sink.Matches(exchange.Method, exchange.Path))
            {
                return Swallowed;
            }
        }

        return match.Outcome == RouteOutcome.MethodNotAllowed ? RefuseMethod(exchange, match.AllowedMethods) : RefusePath(exchange);
    }

    private static Reply RefusePath(Exchange exchange) => exchange.Portal.Refusals.Answer(exchange.Portal.Family.UnknownPath, exchange, new Grounds(
        Stages.Match,
        "no-such-operation",
        "No operation of any contract has this path on this host.",
        "See nearMisses in the journal for what comes close, or import the contract that has it with --contracts."));

    private static Reply RefuseMethod(Exchange exchange, IReadOnlyList<string> allowed)
    {
        string methods = string.Join(", ", allowed);
        Reply reply = exchange.Portal.Refusals.Answer(exchange.Portal.Family.WrongMethod, exchange, new Grounds(
            Stages.Match, "method-not-allowed", $"The path exists, with {methods}.", $"Use one of {methods}.", Expected: methods));
        return reply with { Headers = [.. reply.Headers.Where(h => !h.Key.Equals("Allow", StringComparison.OrdinalIgnoreCase)), new("Allow", methods)] };
    }
}
