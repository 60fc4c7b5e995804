using Harness.Contracts.Tenants;
using Harness.Identity.Errors;

namespace Harness.Identity.Grants;

/// <summary>Finds who a code or refresh token belongs to, as the tenants are now.</summary>
internal static class GrantHolder
{
    /// <exception cref="LoginRefusedException">It belongs to another client or tenant, was revoked, or its user is gone.</exception>
    public static (Tenant Tenant, Persona Persona) Find(StsParts sts, GrantCall call, UserGrant grant)
    {
        if (grant.Client != call.App.ClientId)
        {
            throw new LoginRefusedException(AadstsCode.MalformedRequest);
        }

        if (call.Realm.IsSpecific && call.Realm.Tenant.Id != grant.Tenant)
        {
            throw new LoginRefusedException(AadstsCode.CodeForOtherTenant);
        }

        if (sts.Ledger.IsEnded(grant.Line))
        {
            throw Revoked(grant, call.Request.Now);
        }

        Tenant tenant = sts.Tenants.Find(grant.Tenant.ToString("D")) ?? throw new LoginRefusedException(AadstsCode.UnknownTenant, ("tenant", grant.Tenant.ToString("D")));
        Persona persona = tenant.Personas.FirstOrDefault(p => p.ObjectId == grant.User)
            ?? throw new LoginRefusedException(AadstsCode.UserNotFound, ("user", grant.User.ToString("D")), ("tenant", tenant.DisplayName));
        return (tenant, persona);
    }

    public static LoginRefusedException Revoked(UserGrant grant, DateTimeOffset now) =>
        new(AadstsCode.GrantRevoked, ("issued", ErrorTimes.Text(grant.IssuedAt)), ("validFrom", ErrorTimes.Text(now)));
}
