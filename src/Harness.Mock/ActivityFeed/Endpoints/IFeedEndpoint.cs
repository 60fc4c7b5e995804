using Harness.Mock.Exchanges;

namespace Harness.Mock.ActivityFeed.Endpoints;

/// <summary>One operation of the feed.</summary>
internal interface IFeedEndpoint
{
    Reply Answer(FeedCall call);
}
