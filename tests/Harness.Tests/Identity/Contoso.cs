using Harness.Contracts.Tenants;
using Harness.Tests.Support;

namespace Harness.Tests.Identity;

/// <summary>The default tenant, by the names that tests use.</summary>
internal static class Contoso
{
    private static readonly TenantCatalog Catalog = TenantCatalog.Load(Repository.Tenants, []);

    public static Tenant Tenant { get; } = Find("contoso-e5");

    public static Tenant Fabrikam { get; } = Find("fabrikam-basic");

    public static string Id => Tenant.Id.ToString("D");

    public static AppRegistration Daemon => App("Contoso Reporting Daemon");

    public static AppRegistration CertificateApp => App("Contoso Exchange Automation");

    public static AppRegistration Desk => App("Contoso Desk Client");

    public static AppRegistration Unapproved => App("Contoso Unapproved Tool");

    public static AppRegistration Restricted => App("Contoso Restricted App");

    public static AppRegistration Orders => App("Contoso Orders API");

    public static AppRegistration WebSite => App("Contoso Web Site");

    public static AppRegistration Browser => App("Contoso Browser App");

    public static AppRegistration AzureCli => App("Microsoft Azure CLI");

    public static Persona Admin => Persona("global-admin");

    public static Persona Reader => Persona("security-reader");

    public static AppRegistration App(string name) => Tenant.Apps.Single(a => a.Name == name);

    public static Persona Persona(string id) => Tenant.Personas.Single(p => p.Id == id);

    public static string Key(this AppRegistration app) => app.ClientId.ToString("D");

    private static Tenant Find(string profile) => Catalog.TryFind(profile, out Tenant? tenant) ? tenant : throw new AssertionException($"no tenant {profile}");
}
