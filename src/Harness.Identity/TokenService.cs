using Harness.Identity.Endpoints;
using Harness.Identity.Errors;
using Harness.Identity.Grants;
using Harness.Identity.Replies;
using Harness.Identity.Requests;
using Microsoft.AspNetCore.Http;

namespace Harness.Identity;

/// <summary>The make-believe Entra ID token service: whatever stands behind <see cref="LoginHosts"/>.</summary>
public sealed class TokenService
{
    private readonly StsParts _sts;
    private readonly LoginRoutes _routes;

    public TokenService(TokenServiceOptions options)
    {
        _sts = new StsParts(options);
        _routes = new LoginRoutes(_sts);
    }

    /// <summary>What it remembers of codes, tokens, devices and consents.</summary>
    public GrantLedger Ledger => _sts.Ledger;

    /// <summary>Answers a call; writes it on the wire.</summary>
    /// <returns>What was answered and why, for journals.</returns>
    public async Task<LoginReply> Handle(HttpContext http, LoginAddress address, CancellationToken cancelled)
    {
        LoginReply reply = await Answer(http, address, cancelled);
        await ReplyHeaders.Write(http.Response, reply, cancelled);
        return reply;
    }

    /// <summary>Answers a call without writing it.</summary>
    public async Task<LoginReply> Answer(HttpContext http, LoginAddress address, CancellationToken cancelled)
    {
        LoginRequest? request = await LoginRequestReader.Read(http, address, _sts.Options.Clock.GetUtcNow(), cancelled);
        return request is null ? new LoginReply(StatusCodes.Status413PayloadTooLarge, "body-too-large") : ReplyHeaders.Add(Answer(request), request);
    }

    private LoginReply Answer(LoginRequest request)
    {
        if (_routes.Find(request.Segments) is not { } route)
        {
            // Inferred: an empty 404, as of the service's front end.
            return new LoginReply(StatusCodes.Status404NotFound, "no-such-address") { Kind = ReplyKind.Page };
        }

        if (HttpMethods.IsOptions(request.Method))
        {
            return Preflight(route);
        }

        if (!route.Takes(request.Method))
        {
            LoginFailure failure = LoginFailure.Of(AadstsCode.WrongVerb, ("verbs", route.Verbs), ("verb", request.Method));
            return _sts.Errors.Json(request, failure, isV2: true, ReplyKind.Token);
        }

        try
        {
            return route.Endpoint.Answer(request);
        }
        catch (LoginRefusedException refused)
        {
            return route.Endpoint.Refuse(request, refused.Failure);
        }
    }

    // A single-page app redeems its code from a browser, which asks first.
    private static LoginReply Preflight(LoginRoute route) =>
        new LoginReply(StatusCodes.Status200OK, "preflight")
            .With("Access-Control-Allow-Methods", $"{route.Verbs.Replace(", OPTIONS", "", StringComparison.Ordinal)}, OPTIONS")
            .With("Access-Control-Allow-Headers", "*")
            .With("Access-Control-Max-Age", "86400");
}
