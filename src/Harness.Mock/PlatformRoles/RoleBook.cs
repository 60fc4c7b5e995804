using System.Collections.Immutable;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Roles;
using Harness.Mock.World;

namespace Harness.Mock.PlatformRoles;

/// <summary>Who holds which role of the product, tenant by tenant. It begins with what the tenant's applications were given.</summary>
internal sealed class RoleBook(IReadOnlyList<RoleDefinition> roles, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<Guid, ImmutableList<RoleAssignment>> _byTenant = ImmutableDictionary<Guid, ImmutableList<RoleAssignment>>.Empty;
    private (Tenant? Tenant, DateTimeOffset On, ImmutableList<RoleAssignment> Given) _start = (null, default, []);
    private int _created;

    public IReadOnlyList<RoleDefinition> Roles => roles;

    public RoleDefinition? Find(Guid id) => roles.FirstOrDefault(r => r.Id == id);

    public IReadOnlyList<RoleAssignment> Of(Tenant tenant)
    {
        lock (_lock)
        {
            return Read(tenant);
        }
    }

    /// <summary>The assignment as it now stands: giving what somebody has already changes nothing.</summary>
    public RoleAssignment Give(Tenant tenant, Guid principal, string type, RoleDefinition role, RoleScope scope, Guid by)
    {
        lock (_lock)
        {
            ImmutableList<RoleAssignment> known = Read(tenant);
            if (known.Find(a => a.Principal == principal && a.Role == role && a.Scope == scope) is { } same)
            {
                return same;
            }

            Guid id = StableHash.Guid(StableHash.Mix(StableHash.Of($"{tenant.Id:N}{principal:N}{role.Id:N}{scope}"), (ulong)++_created));
            var given = new RoleAssignment(id, principal, type, role, scope, clock.GetUtcNow(), by);
            _byTenant = _byTenant.SetItem(tenant.Id, known.Add(given));
            return given;
        }
    }

    /// <summary>False when there is no such assignment.</summary>
    public bool Take(Tenant tenant, Guid id)
    {
        lock (_lock)
        {
            ImmutableList<RoleAssignment> known = Read(tenant);
            ImmutableList<RoleAssignment> left = known.RemoveAll(a => a.Id == id);
            _byTenant = _byTenant.SetItem(tenant.Id, left);
            return left.Count < known.Count;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _byTenant = _byTenant.Clear();
            _created = 0;
        }
    }

    private ImmutableList<RoleAssignment> Read(Tenant tenant)
    {
        if (_byTenant.TryGetValue(tenant.Id, out ImmutableList<RoleAssignment>? known))
        {
            return known;
        }

        // Every call's roles are looked up here, and the start is the same all day.
        DateTimeOffset on = new(clock.GetUtcNow().UtcDateTime.Date.AddDays(-30), TimeSpan.Zero);
        if (!ReferenceEquals(_start.Tenant, tenant) || _start.On != on)
        {
            _start = (tenant, on, [.. Start(tenant, on)]);
        }

        return _start.Given;
    }

    private IEnumerable<RoleAssignment> Start(Tenant tenant, DateTimeOffset on)
    {
        Guid by = tenant.Personas.Count > 0 ? tenant.Personas[0].ObjectId : Guid.Empty;
        foreach (AppRegistration app in tenant.Apps)
        {
            IReadOnlyList<string> held = Caller.RolesOf(tenant, app);
            foreach (RoleDefinition role in roles.Where(r => held.Contains(r.Name, StringComparer.OrdinalIgnoreCase)))
            {
                Guid principal = SubjectIds.ServicePrincipal(tenant.Id, app.ClientId);
                Guid id = StableHash.Guid(StableHash.Of($"{tenant.Id:N}{principal:N}{role.Id:N}"));
                yield return new RoleAssignment(id, principal, "ApplicationUser", role, RoleScope.Of(tenant.Id), on, by);
            }
        }
    }
}
