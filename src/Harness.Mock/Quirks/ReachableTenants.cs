using Harness.Contracts.Tenants;
using Harness.Mock.Roles;

namespace Harness.Mock.Quirks;

/// <summary>Which of the server's tenants a caller can reach: the own one, and with one of the roles of <c>othersFor</c> all others.</summary>
internal sealed class ReachableTenants(QuirkSettings settings)
{
    private readonly IReadOnlyList<string> _othersFor = settings.List("othersFor");

    public IReadOnlyList<Tenant> Of(Caller caller, Tenant own) =>
        _othersFor.Any(caller.HasRole) ? [own, .. settings.Tools.Tenants.Where(t => t.Id != own.Id)] : [own];
}
