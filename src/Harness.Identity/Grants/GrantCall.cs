using Harness.Contracts.Tenants;
using Harness.Identity.Clients;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Grants;

/// <summary>A call to a token endpoint whose tenant, application and client credential are in order.</summary>
internal sealed record GrantCall(LoginRequest Request, Realm Realm, Tenant Tenant, AppRegistration App, CredentialKind Credential, bool IsV2)
{
    public ClaimsRequest Claims { get; init; } = ClaimsRequest.Read(Request.Form("claims"));

    /// <exception cref="LoginRefusedException">The parameter is missing.</exception>
    public string Need(string parameter) => Request.Form(parameter) ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", parameter));
}
