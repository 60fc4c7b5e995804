using Harness.Identity.Clients;
using Harness.Identity.Errors;
using Harness.Identity.Policies;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Grants;

/// <summary>client_credentials: an application for itself.</summary>
internal sealed class ClientCredentialsGrant(StsParts sts) : IGrant
{
    public IReadOnlyList<string> Names { get; } = ["client_credentials"];

    public LoginReply Answer(GrantCall call)
    {
        if (!call.Realm.IsSpecific)
        {
            throw new LoginRefusedException(AadstsCode.NoTenantInformation);
        }

        if (call.Credential == CredentialKind.Public)
        {
            throw new LoginRefusedException(AadstsCode.NoCredential);
        }

        RequestedScopes scopes = Read(call);
        ResourceRules.Check(call.Tenant, call.App, scopes, call.IsV2, hasUser: false);
        ApiResource resource = scopes.Target.Resource;
        IReadOnlyList<string> roles = sts.Consents.Roles(call.Tenant, call.App, resource);

        // An app without roles gets a token all the same, unless the resource lets in only those assigned to it.
        if (roles.Count == 0 && resource.App?.NeedsAssignment() == true && resource.AppId != call.App.ClientId)
        {
            throw new LoginRefusedException(
                AadstsCode.ResourceAssignmentRequired,
                ("app", call.App.ClientId.ToString("D")),
                ("name", call.App.Name),
                ("resource", resource.AppId.ToString("D")),
                ("resourceName", resource.Name));
        }

        return sts.Tokens.ForApp(call, scopes, roles);
    }

    private RequestedScopes Read(GrantCall call)
    {
        if (!call.IsV2)
        {
            return sts.Scopes.ReadResource(call.Tenant, call.Need("resource"));
        }

        string scope = call.Need("scope");
        return scope.Trim().EndsWith("/.default", StringComparison.OrdinalIgnoreCase)
            ? sts.Scopes.Read(call.Tenant, scope)
            : throw new LoginRefusedException(AadstsCode.WrongScopeForClientCredentials, ("scope", scope));
    }
}
