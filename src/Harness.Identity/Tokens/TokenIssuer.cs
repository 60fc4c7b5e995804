using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Harness.Identity.Keys;

namespace Harness.Identity.Tokens;

/// <summary>Issues the make-believe bearer tokens: signed like real ones, with the claims of a v1 resource, and marked as fake.</summary>
/// <remarks>
/// The registry this project restores from holds no current Microsoft.IdentityModel, so the two JWS parts are written here. No real
/// service trusts the key, the tenant does not exist, and <see cref="FakeClaim"/> says so to a person who decodes one.
/// </remarks>
public sealed class TokenIssuer(Lazy<SigningKey> key, TimeProvider clock)
{
    /// <summary>Name of the claim that marks a token as make-believe.</summary>
    public const string FakeClaim = "harness_fake";

    public string Issue(TokenRequest request)
    {
        var json = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            WriteCommon(writer, request, clock.GetUtcNow());
            if (request.Persona is null)
            {
                WriteAppOnly(writer, request);
            }
            else
            {
                WriteDelegated(writer, request, request.Persona);
            }

            writer.WriteEndObject();
        }

        string header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"typ":"JWT","alg":"RS256","x5t":"{{key.Value.Id}}","kid":"{{key.Value.Id}}"}"""));
        string signed = $"{header}.{Base64Url.EncodeToString(json.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Value.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static void WriteCommon(Utf8JsonWriter writer, TokenRequest request, DateTimeOffset now)
    {
        writer.WriteString("aud", request.Audience);
        writer.WriteString("iss", $"https://sts.windows.net/{request.Tenant.Id}/");
        writer.WriteNumber("iat", now.ToUnixTimeSeconds());
        writer.WriteNumber("nbf", now.ToUnixTimeSeconds());
        writer.WriteNumber("exp", now.Add(request.Lifetime).ToUnixTimeSeconds());
        writer.WriteString("appid", request.ClientId);
        writer.WriteString("tid", request.Tenant.Id);
        writer.WriteString("uti", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        writer.WriteString("ver", "1.0");
        writer.WriteBoolean(FakeClaim, true);
        if (request.SessionId is not null)
        {
            writer.WriteString("sid", request.SessionId);
        }
    }

    private static void WriteDelegated(Utf8JsonWriter writer, TokenRequest request, Contracts.Tenants.Persona persona)
    {
        writer.WriteString("acr", "1");
        writer.WriteStartArray("amr");
        writer.WriteStringValue("pwd");
        writer.WriteEndArray();
        writer.WriteString("appidacr", "0");
        writer.WriteString("name", persona.DisplayName);
        writer.WriteString("oid", persona.ObjectId);
        writer.WriteString("scp", string.Join(' ', request.Scopes));
        writer.WriteString("sub", PairwiseSubject(persona.ObjectId, request.ClientId));
        writer.WriteString("unique_name", persona.Upn);
        writer.WriteString("upn", persona.Upn);
    }

    private static void WriteAppOnly(Utf8JsonWriter writer, TokenRequest request)
    {
        string objectId = ServicePrincipalId(request.Tenant.Id, request.ClientId).ToString("D", CultureInfo.InvariantCulture);
        writer.WriteString("appidacr", "1");
        writer.WriteString("idp", $"https://sts.windows.net/{request.Tenant.Id}/");
        writer.WriteString("idtyp", "app");
        writer.WriteString("oid", objectId);
        writer.WriteString("sub", objectId);
        if (request.Roles.Count > 0)
        {
            writer.WriteStartArray("roles");
            foreach (string role in request.Roles)
            {
                writer.WriteStringValue(role);
            }

            writer.WriteEndArray();
        }
    }

    // A delegated token's subject differs from the user's object id, and between applications.
    private static string PairwiseSubject(Guid user, Guid client) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{user:N}{client:N}")));

    private static Guid ServicePrincipalId(Guid tenant, Guid client) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes($"sp{tenant:N}{client:N}")).AsSpan(0, 16));
}
