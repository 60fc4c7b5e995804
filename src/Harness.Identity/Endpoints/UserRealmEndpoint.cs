using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary><c>GET /common/userrealm/{upn}</c>: whether a user's passwords are checked here; MSAL asks before the password grant.</summary>
internal sealed class UserRealmEndpoint(StsParts sts) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        string userName = request.Segments[2];
        string domain = userName[(userName.LastIndexOf('@') + 1)..].ToLowerInvariant();
        Tenant? tenant = domain.Length < userName.Length ? sts.Tenants.Find(domain) : null;
        return JsonBody.Reply(200, "user-realm", ReplyKind.Token, writer =>
        {
            writer.WriteString("ver", "1.0");
            writer.WriteString("account_type", tenant is null ? "Unknown" : "Managed");
            writer.WriteString("domain_name", domain);
            writer.WriteString("cloud_instance_name", "microsoftonline.com");
            writer.WriteString("cloud_audience_urn", "urn:federation:MicrosoftOnline");
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: true, ReplyKind.Token);
}
