using System.Globalization;
using System.Text;
using Harness.Contracts;
using Harness.Mock.Exchanges;
using Harness.Mock.Refusals;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Faults;

/// <summary>Lets the faults strike that a person switched on: delays add up, the first that answers ends the call.</summary>
internal sealed class FaultStage(FaultBoard board) : IStage
{
    private const string Throttled = "throttled";
    private const string RetryHeader = "Retry-After";
    private const int DefaultRetryAfter = 10;

    public Reply? Answer(Exchange exchange) => board.IsEmpty ? null : Strike(exchange);

    private Reply? Strike(Exchange exchange)
    {
        foreach (FaultRule rule in board.Strike(exchange))
        {
            exchange.Delay += rule.Latency;
            switch (rule.Kind)
            {
                case FaultKind.Throttle:
                    return Throttle(exchange, rule);
                case FaultKind.Error:
                    return Error(rule);
                case FaultKind.Reset:
                    return new Reply(0, Injected(rule, "The connection was cut without an answer.")) { CutsConnection = true };
                default:
                    break;
            }
        }

        return null;
    }

    private static Reply Throttle(Exchange exchange, FaultRule rule)
    {
        string because = $"The fault {rule.Id} throttles this call.";
        if (rule.Status is null && exchange.Portal.Family.Refusals.ContainsKey(Throttled))
        {
            Reply own = exchange.Portal.Refusals.Answer(
                Throttled, exchange, new Grounds(Stages.Quirk, Throttled, because, Fix(rule), Name: exchange.Method));
            return rule.RetryAfter is { } given
                ? own with { Headers = [.. own.Headers.Where(h => !h.Key.Equals(RetryHeader, StringComparison.OrdinalIgnoreCase)), RetryAfter(given)] }
                : own;
        }

        return new Reply(
            rule.Status ?? StatusCodes.Status429TooManyRequests,
            new Decision(Stages.Quirk, Throttled, because, Fix(rule), EvidenceGrade.Inferred, "what HTTP says; this portal's own throttling answer is not on record"))
        {
            ContentType = rule.ContentType,
            Headers = [RetryAfter(rule.RetryAfter ?? DefaultRetryAfter)],
            Body = Encoding.UTF8.GetBytes(rule.Body),
        };
    }

    private static Reply Error(FaultRule rule)
    {
        int status = rule.Status ?? StatusCodes.Status500InternalServerError;
        return new Reply(status, Injected(rule, $"The fault {rule.Id} answers {status} to this call."))
        {
            ContentType = rule.ContentType ?? (rule.Body.Length > 0 ? "application/json; charset=utf-8" : null),
            Headers = rule.RetryAfter is { } seconds ? [RetryAfter(seconds)] : [],
            Body = Encoding.UTF8.GetBytes(rule.Body),
        };
    }

    private static Decision Injected(FaultRule rule, string because) => new(Stages.Quirk, "injected", because, Fix(rule), null, $"switched on by hand as {rule.Id}");

    private static string Fix(FaultRule rule) => $"Switch it off: DELETE /__harness/quirks/{rule.Id}.";

    private static KeyValuePair<string, string> RetryAfter(int seconds) => new(RetryHeader, seconds.ToString(CultureInfo.InvariantCulture));
}
