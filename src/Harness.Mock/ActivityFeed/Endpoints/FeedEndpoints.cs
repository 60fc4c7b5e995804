namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>The feed's operations by the end of their paths, one line each.</summary>
internal static class FeedEndpoints
{
    private static readonly (string Path, IFeedEndpoint Endpoint)[] All =
    [
        ("/subscriptions/start", new StartSubscription()),
        ("/subscriptions/stop", new StopSubscription()),
        ("/subscriptions/list", new ListSubscriptions()),
        ("/subscriptions/content", new ListContent()),
        ("/subscriptions/notifications", new ListNotifications()),
        ("/audit/{contentId}", new GetContent()),
        ("/resources/dlpSensitiveTypes", new ListSensitiveTypes()),
    ];

    /// <param name="template">Path of the operation, parameters and all.</param>
    public static IFeedEndpoint? Find(string template) => Array.Find(All, e => template.EndsWith(e.Path, StringComparison.OrdinalIgnoreCase)).Endpoint;
}
