namespace Harness.Tests.Mock.ActivityFeed;

/// <summary>What a webhook was told.</summary>
internal sealed record WebhookCall(string ValidationCode, string AuthId, string Body);
