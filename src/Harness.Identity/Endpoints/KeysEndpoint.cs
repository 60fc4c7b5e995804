using Harness.Identity.Errors;
using Harness.Identity.Keys;
using Harness.Identity.Replies;
using Harness.Identity.Requests;

namespace Harness.Identity.Endpoints;

/// <summary><c>GET /{tenant}/discovery/(v2.0/)keys</c>: the key that verifies every token of ours.</summary>
internal sealed class KeysEndpoint(StsParts sts, bool isV2) : ILoginEndpoint
{
    public LoginReply Answer(LoginRequest request)
    {
        Tenancy.Realm realm = DiscoveryDocument.Resolve(sts, request);
        SigningKey key = sts.Key;
        return JsonBody.Reply(200, "keys", ReplyKind.Discovery, writer =>
        {
            writer.WriteStartArray("keys");
            writer.WriteStartObject();
            writer.WriteString("kty", "RSA");
            writer.WriteString("use", "sig");
            writer.WriteString("kid", key.Id);
            writer.WriteString("x5t", key.Thumbprint);
            writer.WriteString("n", key.Modulus);
            writer.WriteString("e", key.Exponent);
            writer.Texts("x5c", key.CertificateText);
            if (isV2)
            {
                writer.WriteString("cloud_instance_name", "microsoftonline.com");
                writer.WriteString("issuer", $"https://{LoginHosts.Primary}/{(realm.IsSpecific ? realm.Tenant.Id.ToString("D") : "{tenantid}")}/v2.0");
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: true, ReplyKind.Discovery);
}
