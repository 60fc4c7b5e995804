using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>GET /{tenant}/v2.0/.well-known/openid-configuration</c>, members in the recorded order.</summary>
internal sealed class DiscoveryV2Endpoint(StsParts sts) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        Realm realm = DiscoveryDocument.Resolve(sts, request);
        string name = DiscoveryDocument.NameOf(realm, request.TenantName);
        string issuerName = realm.Kind is RealmKind.Common or RealmKind.Organizations ? "{tenantid}" : name;
        return JsonBody.Reply(200, "discovery", ReplyKind.Discovery, writer =>
        {
            writer.WriteString("token_endpoint", request.Link($"{name}/oauth2/v2.0/token"));
            writer.Texts("token_endpoint_auth_methods_supported", "client_secret_post", "private_key_jwt", "client_secret_basic");
            writer.WriteString("jwks_uri", request.Link($"{name}/discovery/v2.0/keys"));
            writer.Texts("response_modes_supported", DiscoveryDocument.Modes);
            writer.Texts("subject_types_supported", "pairwise");
            writer.Texts("id_token_signing_alg_values_supported", "RS256");
            writer.Texts("response_types_supported", "code", "id_token", "code id_token", "id_token token");
            writer.Texts("scopes_supported", "openid", "profile", "email", "offline_access");
            writer.WriteString("issuer", $"https://{LoginHosts.Primary}/{issuerName}/v2.0");
            writer.WriteBoolean("request_uri_parameter_supported", false);
            writer.WriteString("userinfo_endpoint", request.Link(LoginHosts.UserInfo, "oidc/userinfo"));
            writer.WriteString("authorization_endpoint", request.Link($"{name}/oauth2/v2.0/authorize"));
            writer.WriteString("device_authorization_endpoint", request.Link($"{name}/oauth2/v2.0/devicecode"));
            writer.WriteBoolean("http_logout_supported", true);
            writer.WriteBoolean("frontchannel_logout_supported", true);
            writer.WriteString("end_session_endpoint", request.Link($"{name}/oauth2/v2.0/logout"));
            writer.Texts(
                "claims_supported",
                "sub", "iss", "cloud_instance_name", "cloud_instance_host_name", "cloud_graph_host_name", "msgraph_host", "aud", "exp", "iat", "auth_time", "acr", "nonce",
                "preferred_username", "name", "tid", "ver", "at_hash", "c_hash", "email");
            writer.WriteString("kerberos_endpoint", request.Link($"{name}/kerberos"));
            DiscoveryDocument.WriteCloud(writer);
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: true, ReplyKind.Discovery);
}
