using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Resources;

namespace Harness.Identity.Grants;

/// <summary>Reads what a token request asks for: <c>scope</c> on v2, <c>resource</c> on v1.</summary>
internal static class AskedScopes
{
    /// <exception cref="LoginRefusedException">It is missing, malformed, or names an unknown resource.</exception>
    public static RequestedScopes Read(StsParts sts, GrantCall call, Tenant tenant) =>
        call.IsV2 ? sts.Scopes.Read(tenant, call.Need("scope")) : sts.Scopes.ReadResource(tenant, call.Request.Form("resource"));

    /// <summary>For a code or refresh token: what the request asks for, else what was asked for when the user signed in.</summary>
    public static RequestedScopes ReadOr(StsParts sts, GrantCall call, Tenant tenant, UserGrant grant)
    {
        string? asked = call.Request.Form(call.IsV2 ? "scope" : "resource");
        if (asked is null && call.IsV2 && call.Request.HasForm("scope"))
        {
            throw new LoginRefusedException(AadstsCode.EmptyRedemptionScope);
        }

        if (!call.IsV2)
        {
            return sts.Scopes.ReadResource(tenant, asked ?? grant.Resource);
        }

        if (asked is null)
        {
            return grant.Scope is null ? sts.Scopes.ReadResource(tenant, grant.Resource) : sts.Scopes.Read(tenant, grant.Scope);
        }

        // A client that asks again for openid alone means the resource that the user signed in for.
        RequestedScopes scopes = sts.Scopes.Read(tenant, asked, AadstsCode.BadRedemptionScope);
        bool isIdentityOnly = scopes.Permissions.Count == 0 && !scopes.IsDefault;
        return isIdentityOnly && grant.Scope is not null ? sts.Scopes.Read(tenant, grant.Scope) with { OpenId = scopes.OpenId } : scopes;
    }
}
