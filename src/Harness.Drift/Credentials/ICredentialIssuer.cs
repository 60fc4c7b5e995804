using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;

namespace Harness.Drift.Credentials;

/// <summary>Gets credentials from where they are kept or minted; caching is not its business.</summary>
internal interface ICredentialIssuer : IAsyncDisposable
{
    /// <summary>Whether asking again can give anything newer.</summary>
    bool CanRenew { get; }

    Task<Guid?> Identify(CancellationToken cancelled);

    Task<IssuedCredentials> Issue(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled);
}
