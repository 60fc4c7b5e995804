using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Harness.Identity.Tokens;

namespace Harness.Identity.Endpoints;

/// <summary><c>/{tenant}/openid/userinfo</c>: who a token is about.</summary>
internal sealed class UserInfoEndpoint(StsParts sts) : ILoginEndpoint
{
    private const string Scheme = "Bearer ";

    public LoginReply Answer(LoginRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        CompactJws? token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? CompactJws.Parse(header[Scheme.Length..].Trim()) : null;
        if (token is null || !sts.Key.Verify(token.Signed, token.Signature) || token.Time("exp") is not { } end || request.Now >= end || FindPersona(token) is not { } persona)
        {
            // Inferred: the challenge that bearer tokens of RFC 6750 get.
            return JsonBody.Reply(401, "token-refused", ReplyKind.Token, writer => writer.WriteString("error", "invalid_token"))
                .With("WWW-Authenticate", "Bearer error=\"invalid_token\"");
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

    private Persona? FindPersona(CompactJws token) => sts.Tenants.Find(token.Text("tid"))?.Personas
        .FirstOrDefault(p => string.Equals(p.ObjectId.ToString("D"), token.Text("oid"), StringComparison.OrdinalIgnoreCase));
}
