using System.Text.Json;
using Harness.Identity.Errors;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary>What the two openid-configuration documents have in common.</summary>
internal static class DiscoveryDocument
{
    public static readonly string[] Modes = ["query", "fragment", "form_post"];

    /// <summary>How URLs of a document name the tenant: by its id, whatever it was asked for by.</summary>
    public static string NameOf(Realm realm, string asked) =>
        realm.Kind is RealmKind.Common or RealmKind.Organizations ? asked.ToLowerInvariant() : realm.Tenant.Id.ToString("D");

    /// <summary>The realm; an unknown tenant is <c>invalid_tenant</c> here, though it is invalid_request at the token endpoint.</summary>
    public static Realm Resolve(StsParts sts, LoginRequest request)
    {
        try
        {
            return sts.Tenants.Resolve(request.TenantName);
        }
        catch (LoginRefusedException refused)
        {
            throw new LoginRefusedException(refused.Failure with { ErrorOverride = "invalid_tenant" });
        }
    }

    public static void WriteCloud(Utf8JsonWriter writer)
    {
        writer.WriteString("tenant_region_scope", "WW");
        writer.WriteString("cloud_instance_name", "microsoftonline.com");
        writer.WriteString("cloud_graph_host_name", "graph.windows.net");
        writer.WriteString("msgraph_host", "graph.microsoft.com");
        writer.WriteString("rbac_url", "https://pas.windows.net");
    }
}
