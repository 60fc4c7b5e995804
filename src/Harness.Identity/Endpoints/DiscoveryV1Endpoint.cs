using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.Endpoints;

/// <summary><c>GET /{tenant}/.well-known/openid-configuration</c>, members in the recorded order.</summary>
internal sealed class DiscoveryV1Endpoint(StsParts sts) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        Realm realm = DiscoveryDocument.Resolve(sts, request);
        string name = DiscoveryDocument.NameOf(realm, request.TenantName);
        string issuerName = realm.Kind is RealmKind.Common or RealmKind.Organizations ? "{tenantid}" : name;
        return JsonBody.Reply(200, "discovery", ReplyKind.Discovery, writer =>
        {
            writer.WriteString("authorization_endpoint", request.Link($"{name}/oauth2/authorize"));
            writer.WriteString("token_endpoint", request.Link($"{name}/oauth2/token"));
            writer.Texts("token_endpoint_auth_methods_supported", "client_secret_post", "private_key_jwt");

            // Observed: /common/ even for a tenant.
            writer.WriteString("jwks_uri", request.Link("common/discovery/keys"));
            writer.Texts("response_modes_supported", DiscoveryDocument.Modes);
            writer.Texts("subject_types_supported", "pairwise");
            writer.Texts("id_token_signing_alg_values_supported", "RS256");
            writer.WriteBoolean("http_logout_supported", true);
            writer.WriteBoolean("frontchannel_logout_supported", true);
            writer.WriteString("end_session_endpoint", request.Link($"{name}/oauth2/logout"));
            writer.Texts("response_types_supported", "code", "id_token", "code id_token", "token id_token", "token");
            writer.Texts("scopes_supported", "openid");
            writer.WriteString("issuer", $"https://{LoginHosts.V1Issuer}/{issuerName}/");
            writer.Texts(
                "claims_supported",
                "sub", "iss", "cloud_instance_name", "cloud_graph_host_name", "aud", "exp", "iat", "auth_time", "acr", "amr", "nonce", "email", "given_name", "family_name", "nickname");
            writer.WriteBoolean("microsoft_multi_refresh_token", true);
            writer.WriteString("check_session_iframe", request.Link($"{name}/oauth2/checksession"));
            writer.WriteString("userinfo_endpoint", request.Link($"{name}/openid/userinfo"));
            DiscoveryDocument.WriteCloud(writer);
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: true, ReplyKind.Discovery);
}
