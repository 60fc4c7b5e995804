using Harness.Contracts.Tenants;

namespace Harness.Mock.Tenancy;

/// <summary>Which make-believe tenant the portals belong to right now; the control API changes it.</summary>
internal sealed class TenantInForce(Tenant start)
{
    private volatile State _state = new(start);

    public Tenant Current => _state.Tenant;

    /// <summary>The tenant's GUID as text, made once: the gate compares it for every call.</summary>
    public string Id => _state.Id;

    public void Change(Tenant tenant) => _state = new State(tenant);

    public void Reset() => Change(start);

    private sealed record State(Tenant Tenant)
    {
        public string Id { get; } = Tenant.Id.ToString("D");
    }
}
