using Harness.Contracts.Tenants;
using Harness.Identity.Clients;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>POST /{tenant}/oauth2/(v2.0/)token</c>: every grant comes through here.</summary>
internal sealed class TokenEndpoint(StsParts sts, bool isV2) : ILoginEndpoint
{
    private readonly GrantRegistry _grants = new(sts);

    // Tenant, application, credential, grant, resource, user, consent, assignment, policy: recordings are consistent with this order.
    public LoginReply Answer(LoginRequest request)
    {
        Realm realm = sts.Tenants.Resolve(request.TenantName);
        PresentedCredential presented = PresentedCredential.Read(request);
        string clientId = presented.ClientId ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "client_id"));
        Tenant tenant = sts.Tenants.ForApp(realm, clientId);
        AppRegistration app = AppDirectory.Find(realm, tenant, clientId);
        CredentialKind credential = sts.Clients.Check(request, realm, app, presented);
        string grantType = request.Form("grant_type") ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", "grant_type"));
        IGrant grant = _grants.Find(grantType) ?? throw new LoginRefusedException(AadstsCode.UnknownGrantType);
        if (isV2 && request.Form("resource") is not null)
        {
            throw new LoginRefusedException(AadstsCode.ResourceOnV2);
        }

        return grant.Answer(new GrantCall(request, realm, tenant, app, credential, isV2));
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2, ReplyKind.Token);
}
