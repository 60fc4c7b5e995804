using Harness.Contracts.Tenants;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Requests;
using Harness.Identity.Tenancy;

namespace Harness.Identity.SignIn;

/// <summary>Reads an authorize request. Up to the redirect address a mistake can only be shown; after it, it can be sent back.</summary>
internal sealed class AuthorizeReader(StsParts sts)
{
    private static readonly string[] Modes = ["query", "fragment", "form_post"];
    private static readonly string[] Types = ["code", "id_token", "token"];

    /// <exception cref="LoginRefusedException">Tenant, client or redirect address are wrong.</exception>
    public AuthorizeWish ReadTarget(LoginRequest request, bool isV2)
    {
        Realm realm = sts.Tenants.Resolve(request.TenantName);
        string clientId = Need(request, "client_id");
        AppRegistration app = AppDirectory.Find(realm, sts.Tenants.ForApp(realm, clientId), clientId);
        string? redirect = request.Any("redirect_uri") ?? (app.RedirectUris is [var first, ..] ? first : null);
        if (redirect is null)
        {
            throw new LoginRefusedException(AadstsCode.NoReplyAddress);
        }

        // Documented for the v1 consent link alone: the address may lie below a registered one.
        if (!(isV2 ? RedirectUris.IsRegistered(app, redirect) : RedirectUris.IsRegisteredPrefix(app, redirect)))
        {
            throw new LoginRefusedException(AadstsCode.RedirectMismatch, ("uri", redirect), ("app", app.ClientId.ToString("D")));
        }

        string type = request.Any("response_type") ?? "code";
        string usual = type == "code" ? "query" : "fragment";
        string mode = request.Any("response_mode") is { } asked && Modes.Contains(asked, StringComparer.Ordinal) ? asked : usual;
        return new AuthorizeWish(isV2, app.ClientId, redirect, mode) { ResponseType = type, State = request.Any("state") };
    }

    /// <exception cref="LoginRefusedException">Something else is wrong.</exception>
    public AuthorizeWish ReadRest(LoginRequest request, AuthorizeWish target)
    {
        CheckResponse(request, target);
        if (target.IsV2 && request.Any("resource") is not null)
        {
            throw new LoginRefusedException(AadstsCode.ResourceOnV2);
        }

        string? challenge = request.Any("code_challenge");
        return target with
        {
            Scope = target.IsV2 ? Need(request, "scope") : null,
            Resource = request.Any("resource"),
            Nonce = request.Any("nonce"),
            Prompt = request.Any("prompt")?.ToLowerInvariant(),
            LoginHint = request.Any("login_hint"),
            Challenge = challenge,
            IsPlainChallenge = challenge is not null && IsPlain(request, challenge),
            Claims = request.Any("claims"),
            WantsClientInfo = request.Any("client_info") == "1",
        };
    }

    private void CheckResponse(LoginRequest request, AuthorizeWish target)
    {
        Need(request, "response_type");
        string[] types = target.ResponseType.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (types.Length == 0 || types.Except(Types, StringComparer.Ordinal).Any())
        {
            throw new LoginRefusedException(AadstsCode.UnsupportedResponseType, ("value", target.ResponseType));
        }

        string? mode = request.Any("response_mode");
        bool isUnsafe = mode == "query" && target.ResponseType != "code";
        if (mode is not null && (isUnsafe || !Modes.Contains(mode, StringComparer.Ordinal)))
        {
            throw new LoginRefusedException(AadstsCode.UnsupportedResponseMode, ("value", mode));
        }

        AppRegistration app = sts.Tenants.NeedApp(request.TenantName, target.Client);
        if (target.ResponseType != "code" && !app.IsImplicit())
        {
            throw new LoginRefusedException(AadstsCode.ResponseTypeNotEnabled, ("value", types.First(t => t != "code")));
        }

        if (target.Wants("id_token"))
        {
            Need(request, "nonce");
        }
    }

    private static bool IsPlain(LoginRequest request, string challenge)
    {
        if (!Pkce.IsChallenge(challenge))
        {
            throw new LoginRefusedException(AadstsCode.BadChallengeSize);
        }

        return (request.Any("code_challenge_method") ?? "plain") switch
        {
            "S256" => false,
            "plain" => true,
            _ => throw new LoginRefusedException(AadstsCode.BadChallengeMethod),
        };
    }

    private static string Need(LoginRequest request, string parameter) =>
        request.Any(parameter) ?? throw new LoginRefusedException(AadstsCode.ParameterMissing, ("parameter", parameter));
}
