using System.Text.Json.Nodes;
using Harness.Contracts.Tenants;
using Harness.Mock.Exchanges;
using Harness.Mock.Quirks.Values;
using Harness.Mock.Refusals;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.ActivityFeed;

/// <summary>One call to the feed, after everything has been judged that all of its operations share.</summary>
internal sealed class FeedCall(Exchange exchange, ActivityFeedParts feed, FeedContentType? type)
{
    public Exchange Exchange => exchange;

    public ActivityFeedParts Feed => feed;

    public Tenant Tenant => exchange.Tenant;

    public DateTimeOffset Now => exchange.At;

    public AuditLog Log => feed.LogOf(exchange.Tenant);

    /// <summary>Only on operations that are about one kind of content.</summary>
    public FeedContentType Type => type ?? throw new InvalidOperationException($"{exchange.Path} has no content type.");

    public Reply Json(JsonNode body, string because) => Json(body, because, []);

    public Reply Json(JsonNode body, string because, IReadOnlyList<KeyValuePair<string, string>> headers) =>
        JsonAnswers.Give(body, feed.Declaration, because, Stages.State) with { Headers = headers };

    public Reply Empty(string because) => new(StatusCodes.Status200OK, new Decision(Stages.State, "served", because, null, feed.Declaration.Evidence, feed.Declaration.Source));

    /// <param name="refusal">As the family names it.</param>
    public Reply Refuse(string refusal, string code, string because, string fix, string name = "", string expected = "") =>
        exchange.Portal.Refusals.Answer(refusal, exchange, new Grounds(Stages.State, code, because, fix, Name: name, Expected: expected));

    /// <summary>Why the subscription does not let this call see content; null when it does.</summary>
    public Reply? RefuseWithoutSubscription(FeedContentType of) => feed.Subscriptions.Find(Tenant, of) switch
    {
        null => Refuse("no-subscription", "subscription-missing", $"Nobody has subscribed to {of.Name} in this tenant.", $"POST subscriptions/start?contentType={of.Name}."),
        { IsEnabled: false } => Refuse("subscription-disabled", "subscription-disabled", $"The subscription to {of.Name} was stopped.", $"POST subscriptions/start?contentType={of.Name}; what came meanwhile is lost."),
        _ => null,
    };
}
