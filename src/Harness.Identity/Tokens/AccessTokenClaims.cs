using System.Text.Json;
using Harness.Contracts.Tenants;
using Harness.Identity.Clients;
using Harness.Identity.Replies;

namespace Harness.Identity.Tokens;

/// <summary>Claims of access tokens, v1 and v2, for users and for applications alone.</summary>
internal static class AccessTokenClaims
{
    public static void Write(Utf8JsonWriter writer, TokenRequest request, DateTimeOffset now)
    {
        WriteIssue(writer, request, now);
        WriteClient(writer, request);
        if (request.Persona is null)
        {
            WriteAppOnly(writer, request);
        }
        else
        {
            WriteDelegated(writer, request, request.Persona);
        }

        writer.WriteString("tid", request.Tenant.Id);
        writer.WriteString("uti", SubjectIds.Opaque(16));
        writer.WriteString("ver", request.IsV2 ? "2.0" : "1.0");
        WriteList(writer, "acrs", request.Contexts);
        WriteList(writer, "xms_cc", request.Capabilities);
        writer.WriteBoolean(TokenIssuer.FakeClaim, true);
        if (request.SessionId is not null)
        {
            writer.WriteString("sid", request.SessionId);
        }
    }

    /// <summary>Who issues tokens of a tenant.</summary>
    public static string Issuer(Tenant tenant, bool isV2) =>
        isV2 ? $"https://{LoginHosts.Primary}/{tenant.Id:D}/v2.0" : $"https://{LoginHosts.V1Issuer}/{tenant.Id:D}/";

    private static void WriteIssue(Utf8JsonWriter writer, TokenRequest request, DateTimeOffset now)
    {
        long from = (now - request.Backdated).ToUnixTimeSeconds();
        writer.WriteString("aud", request.Audience);
        writer.WriteString("iss", Issuer(request.Tenant, request.IsV2));
        writer.WriteNumber("iat", from);
        writer.WriteNumber("nbf", from);
        writer.WriteNumber("exp", now.Add(request.Lifetime).ToUnixTimeSeconds());
        writer.WriteString("aio", SubjectIds.Opaque(30));
        writer.WriteString("rh", $"1.{SubjectIds.Opaque(18)}.");
    }

    private static void WriteClient(Utf8JsonWriter writer, TokenRequest request)
    {
        CredentialKind credential = request.Credential ?? (request.Persona is null ? CredentialKind.Secret : CredentialKind.Public);
        writer.WriteString(request.IsV2 ? "azp" : "appid", request.ClientId);
        writer.WriteString(request.IsV2 ? "azpacr" : "appidacr", credential.ToString("D"));
    }

    private static void WriteDelegated(Utf8JsonWriter writer, TokenRequest request, Persona persona)
    {
        writer.WriteString("name", persona.DisplayName);
        writer.WriteString("oid", persona.ObjectId);
        writer.WriteString("scp", string.Join(' ', request.Scopes));
        writer.WriteString("sub", SubjectIds.Pairwise(persona.ObjectId, request.ClientId));
        if (request.IsV2)
        {
            writer.WriteString("preferred_username", persona.Upn);
            return;
        }

        (string given, string family) = PersonNames.Split(persona);
        writer.WriteString("acr", "1");
        writer.Texts("amr", request.Methods);
        writer.WriteString("family_name", family);
        writer.WriteString("given_name", given);
        writer.WriteString("puid", SubjectIds.Puid(persona.ObjectId));
        writer.WriteString("unique_name", persona.Upn);
        writer.WriteString("upn", persona.Upn);
    }

    private static void WriteAppOnly(Utf8JsonWriter writer, TokenRequest request)
    {
        Guid objectId = SubjectIds.ServicePrincipal(request.Tenant.Id, request.ClientId);
        if (!request.IsV2)
        {
            writer.WriteString("idp", Issuer(request.Tenant, isV2: false));
        }

        writer.WriteString("idtyp", "app");
        writer.WriteString("oid", objectId);
        writer.WriteString("sub", objectId);
        WriteList(writer, "roles", request.Roles);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            writer.Texts(name, values);
        }
    }
}
