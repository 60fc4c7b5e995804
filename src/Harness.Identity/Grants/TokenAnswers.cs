using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Harness.Contracts.Tenants;
using Harness.Identity.Policies;
using Harness.Identity.Protection;
using Harness.Identity.Replies;
using Harness.Identity.Resources;
using Harness.Identity.Tokens;

namespace Harness.Identity.Grants;

/// <summary>Issues tokens and writes the answers they come in: v1 endpoints write numbers as text.</summary>
internal sealed class TokenAnswers(StsParts sts)
{
    private static readonly TimeSpan Backdated = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ContinuousLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan LineLifetime = TimeSpan.FromDays(400);

    public LoginReply ForApp(GrantCall call, RequestedScopes scopes, IReadOnlyList<string> roles)
    {
        TimeSpan lifetime = Lifetime(call.Tenant, call.Claims);
        string token = sts.Issuer.Issue(new TokenRequest(call.Tenant, scopes.Target.Audience, call.App.ClientId, null, [], roles, lifetime)
        {
            IsV2 = scopes.Target.Resource.IssuesV2,
            Credential = call.Credential,
            Capabilities = call.Claims.Capabilities,
            Backdated = Backdated,
        });
        return JsonBody.Reply(200, "token-issued", ReplyKind.Token, writer =>
        {
            WriteTimes(writer, call, lifetime, scopes, scope: null);
            writer.WriteString("access_token", token);
        });
    }

    public LoginReply ForUser(GrantCall call, UserTokens tokens)
    {
        TimeSpan lifetime = Lifetime(tokens.Tenant, call.Claims);
        string access = AccessToken(call, tokens, lifetime);
        return JsonBody.Reply(200, "token-issued", ReplyKind.Token, writer =>
        {
            WriteTimes(writer, call, lifetime, tokens.Scopes, tokens.Scopes.Show(tokens.Granted), tokens.IsOnBehalfOf);
            writer.WriteString("access_token", access);
            if (!call.IsV2 || tokens.IsRenewal || tokens.Scopes.WantsRefreshToken)
            {
                writer.WriteString("refresh_token", RefreshToken(call, tokens));
            }

            if (!call.IsV2 || tokens.Scopes.WantsIdToken)
            {
                writer.WriteString("id_token", IdToken(call, tokens));
            }

            if (call.Request.Form("client_info") == "1")
            {
                writer.WriteString("client_info", ClientInfo(tokens.Tenant, tokens.Persona));
            }
        });
    }

    public string AccessToken(GrantCall call, UserTokens tokens, TimeSpan lifetime)
    {
        UserGrant grant = tokens.Grant;
        sts.Ledger.Begin(grant.Line, call.Request.Now + LineLifetime, call.Request.Now);
        sts.Options.SessionBegun(grant.Line.ToString("D"));
        bool isGraph = tokens.Scopes.Target.Resource.IsCalled(WellKnownResources.Graph);
        return sts.Issuer.Issue(new TokenRequest(
            tokens.Tenant,
            tokens.Scopes.Target.Audience,
            call.App.ClientId,
            tokens.Persona,
            [.. tokens.Granted, .. isGraph ? tokens.Scopes.OpenId.Where(s => s != "offline_access") : []],
            [],
            lifetime,
            grant.Line.ToString("D"))
        {
            IsV2 = tokens.Scopes.Target.Resource.IssuesV2,
            Credential = call.Credential,
            Methods = grant.Methods,
            Contexts = [.. grant.Contexts.Union(grant.Methods.Contains(SignInMethods.Mfa) ? call.Claims.Contexts : [], StringComparer.OrdinalIgnoreCase)],
            Capabilities = call.Claims.Capabilities,
            Backdated = Backdated,
        });
    }

    public static TimeSpan Lifetime(Tenant tenant, ClaimsRequest claims) => claims.IsContinuous ? ContinuousLifetime : tenant.AccessTokenLifetime;

    /// <summary>Which account an answer is about, as MSAL files it.</summary>
    public static string ClientInfo(Tenant tenant, Persona persona) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"uid":"{{persona.ObjectId:D}}","utid":"{{tenant.Id:D}}"}"""));

    private string IdToken(GrantCall call, UserTokens tokens) => sts.Issuer.Issue(
        new IdTokenRequest(tokens.Tenant, call.App.ClientId, tokens.Persona, call.IsV2, tokens.Grant.Nonce, tokens.Grant.SignedInAt, tokens.Grant.Methods, null, null)
        {
            HasEmail = tokens.Scopes.OpenId.Contains("email"),
        });

    private string RefreshToken(GrantCall call, UserTokens tokens)
    {
        UserGrant next = tokens.Grant with
        {
            Id = NewId.Next(),
            IsV2 = call.IsV2,
            Resource = tokens.Scopes.Target.Named,
            Scope = call.IsV2 ? call.Request.Form("scope") ?? tokens.Grant.Scope : null,
            IssuedAt = call.Request.Now,
            RedirectUri = null,
            Challenge = null,
            Nonce = null,
        };
        return sts.Values.Seal(SealedKind.RefreshToken, next, SealedJson.Default.UserGrant);
    }

    private static void WriteTimes(Utf8JsonWriter writer, GrantCall call, TimeSpan lifetime, RequestedScopes scopes, string? scope, bool isOnBehalfOf = false)
    {
        long seconds = (long)lifetime.TotalSeconds - 1;
        writer.WriteString("token_type", "Bearer");
        if (scope is not null)
        {
            writer.WriteString("scope", call.IsV2 ? scope : string.Join(' ', scope.Split(' ').Where(s => s.Contains('/', StringComparison.Ordinal)).Select(s => s[(s.LastIndexOf('/') + 1)..]).Where(s => s != ".default")));
        }

        if (call.IsV2)
        {
            writer.WriteNumber("expires_in", seconds);
            writer.WriteNumber("ext_expires_in", isOnBehalfOf ? 0 : seconds);
            return;
        }

        writer.WriteString("expires_in", Text(seconds));
        writer.WriteString("ext_expires_in", Text(seconds));
        writer.WriteString("expires_on", Text(call.Request.Now.Add(lifetime).ToUnixTimeSeconds()));
        writer.WriteString("not_before", Text((call.Request.Now - Backdated).ToUnixTimeSeconds()));
        writer.WriteString("resource", scopes.Target.Named);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
