namespace Harness.Identity.Resources;

/// <summary>A resource as a client named it: a v1 token's audience is spelled as it was asked for.</summary>
internal sealed record ResourceTarget(ApiResource Resource, string Named)
{
    public string Audience => Resource.IssuesV2 ? Resource.AppId.ToString("D") : Named;
}
