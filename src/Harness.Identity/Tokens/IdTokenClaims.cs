using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Identity.Replies;

namespace Harness.Identity.Tokens;

/// <summary>Claims of ID tokens, v1 and v2: the endpoint decides which, for the client is their audience.</summary>
internal static class IdTokenClaims
{
    private static readonly TimeSpan Backdated = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static void Write(Utf8JsonWriter writer, IdTokenRequest request, DateTimeOffset now)
    {
        long from = (now - Backdated).ToUnixTimeSeconds();
        writer.WriteString("aud", request.ClientId);
        writer.WriteString("iss", AccessTokenClaims.Issuer(request.Tenant, request.IsV2));
        writer.WriteNumber("iat", from);
        writer.WriteNumber("nbf", from);
        writer.WriteNumber("exp", now.Add(Lifetime).ToUnixTimeSeconds());
        writer.WriteNumber("auth_time", request.SignedInAt.ToUnixTimeSeconds());
        WriteHash(writer, "at_hash", request.AccessToken);
        WriteHash(writer, "c_hash", request.Code);
        if (request.Nonce is not null)
        {
            writer.WriteString("nonce", request.Nonce);
        }

        WriteUser(writer, request);
        writer.WriteString("rh", $"1.{SubjectIds.Opaque(18)}.");
        writer.WriteString("tid", request.Tenant.Id);
        writer.WriteString("uti", SubjectIds.Opaque(16));
        writer.WriteString("ver", request.IsV2 ? "2.0" : "1.0");
        writer.WriteBoolean(TokenIssuer.FakeClaim, true);
    }

    private static void WriteUser(Utf8JsonWriter writer, IdTokenRequest request)
    {
        writer.WriteString("name", request.Persona.DisplayName);
        writer.WriteString("oid", request.Persona.ObjectId);
        writer.WriteString("sub", SubjectIds.Pairwise(request.Persona.ObjectId, request.ClientId));
        if (request.HasEmail)
        {
            writer.WriteString("email", request.Persona.Upn);
        }

        if (request.IsV2)
        {
            writer.WriteString("preferred_username", request.Persona.Upn);
            return;
        }

        (string given, string family) = PersonNames.Split(request.Persona);
        writer.Texts("amr", request.Methods);
        writer.WriteString("family_name", family);
        writer.WriteString("given_name", given);
        writer.WriteString("unique_name", request.Persona.Upn);
        writer.WriteString("upn", request.Persona.Upn);
    }

    // OpenID Connect: the left half of the SHA-256 of what the token came with.
    private static void WriteHash(Utf8JsonWriter writer, string claim, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(claim, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(value)).AsSpan(0, 16)));
        }
    }
}
