using System.Globalization;
using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Resources;
using Harness.Identity.Tokens;

namespace Harness.Identity.Endpoints;

/// <summary>Who a token is about: <c>/{tenant}/openid/userinfo</c>, and <c>/oidc/userinfo</c> on the Graph host, which takes tokens of Graph only.</summary>
internal sealed class UserInfoEndpoint(StsParts sts, bool isGraph) : ILoginEndpoint
{
    private const string Scheme = "Bearer ";

    private static readonly ApiResource Graph = WellKnownResources.All.Single(r => r.IsCalled(WellKnownResources.Graph));

    public LoginReply Answer(LoginRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        CompactJws? token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? CompactJws.Parse(header[Scheme.Length..].Trim()) : null;
        if (token is null || !sts.Key.Verify(token.Signed, token.Signature) || token.Time("exp") is not { } end || request.Now >= end || FindPersona(token) is not { } persona)
        {
            return isGraph ? RefuseAsGraph(request, token is null ? "Access token is empty." : "Access token validation failure.") : RefuseToken();
        }

        if (isGraph && !Graph.IsCalled(token.Text("aud") ?? ""))
        {
            return RefuseAsGraph(request, "Access token validation failure. Invalid audience.");
        }

        (string given, string family) = PersonNames.Split(persona);
        return JsonBody.Reply(200, "user-info", ReplyKind.Token, writer =>
        {
            writer.WriteString("sub", token.Text("sub"));
            writer.WriteString("name", persona.DisplayName);
            writer.WriteString("family_name", family);
            writer.WriteString("given_name", given);
            writer.WriteString("email", persona.Upn);
        });
    }

    public LoginReply Refuse(LoginRequest request, LoginFailure failure) => sts.Errors.Json(request, failure, isV2: false, ReplyKind.Token);

    // Inferred: the challenge that bearer tokens of RFC 6750 get.
    private static LoginReply RefuseToken() =>
        JsonBody.Reply(401, "token-refused", ReplyKind.Token, writer => writer.WriteString("error", "invalid_token")).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");

    // Inferred: as Graph refuses tokens elsewhere.
    private static LoginReply RefuseAsGraph(LoginRequest request, string message) => JsonBody.Reply(401, "token-refused", ReplyKind.Token, writer =>
    {
        writer.WriteStartObject("error");
        writer.WriteString("code", "InvalidAuthenticationToken");
        writer.WriteString("message", message);
        writer.WriteStartObject("innerError");
        writer.WriteString("date", request.Now.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        writer.WriteString("request-id", request.RequestId.ToString("D"));
        writer.WriteString("client-request-id", request.CorrelationId.ToString("D"));
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private Persona? FindPersona(CompactJws token) => sts.Tenants.Find(token.Text("tid"))?.Personas
        .FirstOrDefault(p => string.Equals(p.ObjectId.ToString("D"), token.Text("oid"), StringComparison.OrdinalIgnoreCase));
}
