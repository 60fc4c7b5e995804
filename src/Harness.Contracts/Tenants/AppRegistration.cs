namespace Harness.Contracts.Tenants;

/// <summary>An application registered in a make-believe tenant.</summary>
/// <param name="Traits">What is special about it: <c>consent-missing</c>, <c>secret-expired</c>, <c>assignment-required</c>, <c>public-client</c>, <c>disabled</c>, ...</param>
/// <param name="Secret">Make-believe client secret; null for apps without one.</param>
/// <param name="Certificate">PEM with certificate and make-believe private key, for clients that sign assertions; null for apps without one.</param>
/// <param name="Permissions">Granted permissions as <c>audience/permission</c>: <c>https://manage.office.com/ActivityFeed.Read</c>.</param>
public sealed record AppRegistration(
    Guid ClientId,
    string Name,
    IReadOnlyList<string> Traits,
    string? Secret,
    string? Certificate,
    IReadOnlyList<string> RedirectUris,
    IReadOnlyList<string> Permissions)
{
    /// <summary>Permissions that the registration asks for and that nobody has consented to yet, written like <see cref="Permissions"/>.</summary>
    public IReadOnlyList<string> Requested { get; init; } = [];

    /// <summary>Roles of the directory or of a product that its service principal was given; empty for those that the tenant lends to every application.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Ids of the personas that may use an app with the trait <c>assignment-required</c>.</summary>
    public IReadOnlyList<string> AssignedTo { get; init; } = [];
}
