using Harness.Contracts.Tenants;
using Harness.Identity.Errors;

namespace Harness.Identity.Tenancy;

/// <summary>Every make-believe tenant, by what a path may call it.</summary>
internal sealed class TenantDirectory(Func<IReadOnlyList<Tenant>> all, Func<Tenant> inForce)
{
    /// <summary>The directory that personal accounts live in; nobody is in ours.</summary>
    private static readonly Tenant PersonalAccounts = new()
    {
        Profile = "consumers",
        Id = new Guid("9188040d-6c67-4c5b-b112-36a304b66dad"),
        DisplayName = "Microsoft Accounts",
        Domains = ["outlook.com"],
        Hosts = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    public Tenant InForce => inForce();

    /// <exception cref="LoginRefusedException">There is no such tenant.</exception>
    public Realm Resolve(string name) => name.ToLowerInvariant() switch
    {
        "common" => new Realm(RealmKind.Common, InForce),
        "organizations" => new Realm(RealmKind.Organizations, InForce),
        "consumers" => new Realm(RealmKind.Consumers, PersonalAccounts),
        _ when Find(name) is { } tenant => new Realm(ReferenceEquals(tenant, PersonalAccounts) ? RealmKind.Consumers : RealmKind.Tenant, tenant),
        _ => throw new LoginRefusedException(AadstsCode.UnknownTenant, ("tenant", name)),
    };

    /// <summary>Null when there is none.</summary>
    public Tenant? Find(string name)
    {
        Tenant current = InForce;
        return Guid.TryParse(name, out Guid id)
            ? Known(current).FirstOrDefault(t => t.Id == id)
            : Known(current).FirstOrDefault(t => t.Domains.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Where a user signs in: on <c>common</c> and <c>organizations</c> the tenant that owns the name's domain, else the realm's own.</summary>
    public Tenant ForUser(Realm realm, string userName)
    {
        int at = userName.LastIndexOf('@');
        return realm.IsSpecific || at < 0 ? realm.Tenant : Find(userName[(at + 1)..]) ?? realm.Tenant;
    }

    /// <summary>Whose registration of an app counts: on <c>common</c> and its like any tenant's, the one in force first.</summary>
    public Tenant ForApp(Realm realm, string clientId) => realm.Kind is RealmKind.Tenant or RealmKind.Consumers
        ? realm.Tenant
        : Known(realm.Tenant).FirstOrDefault(t => AppDirectory.TryFind(t, clientId) is not null) ?? realm.Tenant;

    /// <exception cref="LoginRefusedException">The tenant or the app is not there any more.</exception>
    public AppRegistration NeedApp(string realmName, Guid clientId)
    {
        Realm realm = Resolve(realmName);
        string id = clientId.ToString("D");
        return AppDirectory.Find(realm, ForApp(realm, id), id);
    }

    // The one in force first: it may be a variant, by its licenses, of one that the folder has too.
    private IEnumerable<Tenant> Known(Tenant current) => all().Where(t => t.Id != current.Id).Prepend(current).Append(PersonalAccounts);
}
