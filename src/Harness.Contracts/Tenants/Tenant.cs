namespace Harness.Contracts.Tenants;

/// <summary>A make-believe tenant as <c>mocks/tenants/*.yml</c> declares it: who is in it, what it has licensed, where it lives.</summary>
public sealed record Tenant
{
    /// <summary>Profile name: <c>contoso-e5</c>; the file's name.</summary>
    public required string Profile { get; init; }

    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Verified domains; the first is the initial <c>*.onmicrosoft.com</c> one.</summary>
    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Host template values: <c>tenant</c> → <c>contoso</c>, <c>organization</c> → <c>contoso-dev</c>, <c>region</c> → <c>na</c>.</summary>
    public required IReadOnlyDictionary<string, string> Hosts { get; init; }

    /// <summary>Service plans: <c>AAD_PREMIUM_P2</c>, <c>ATA</c>, ...</summary>
    public IReadOnlyList<string> Licenses { get; init; } = [];

    /// <summary>Feature switches that are on.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Well-known values of the tenant that discovery answers give out: <c>region</c>, <c>partition</c>, <c>podId</c>, <c>workspace</c>.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long the token service's access tokens live: the tenant's token lifetime policy.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    public IReadOnlyList<Persona> Personas { get; init; } = [];

    public IReadOnlyList<AppRegistration> Apps { get; init; } = [];

    /// <summary>Whether a plan is licensed or a feature switch of that name is on.</summary>
    public bool Has(string planOrFeature) => Licenses.Contains(planOrFeature, StringComparer.OrdinalIgnoreCase)
        || Features.Contains(planOrFeature, StringComparer.OrdinalIgnoreCase);
}
