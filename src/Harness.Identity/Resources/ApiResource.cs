using Harness.Contracts.Tenants;

namespace Harness.Identity.Resources;

/// <summary>An API that tokens are issued for.</summary>
/// <param name="Identifiers">Its application ID URIs, and what else it is called by.</param>
/// <param name="IssuesV2">Whether its tokens are v2 ones: the resource decides, not the endpoint.</param>
internal sealed record ApiResource(Guid AppId, string Name, IReadOnlyList<string> Identifiers, bool IssuesV2 = false)
{
    /// <summary>Service plan without which a tenant lacks it; null when every tenant has it.</summary>
    public string? Plan { get; init; }

    /// <summary>The app of the tenant that it is; null for a service of Microsoft.</summary>
    public AppRegistration? App { get; init; }

    public bool IsCalled(string identifier)
    {
        string bare = identifier.TrimEnd('/');
        return (Guid.TryParse(bare, out Guid id) && id == AppId)
            || Identifiers.Any(own => own.AsSpan().TrimEnd('/').Equals(bare, StringComparison.OrdinalIgnoreCase));
    }
}
