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

    /// <summary>The address of the endpoint that a path means, with <c>{tenant}</c> for whatever tenant stands there; the path itself when there is none.</summary>
    public string TemplateOf(string host, string rawPath) => _routes.Find(host, LoginRequest.Split(rawPath)) is { } route ? route.Template : rawPath;

    /// <summary>Answers a call and writes the answer on the wire.</summary>
    /// <returns>False, with nothing written, for a path that the service does not have.</returns>
    public async Task<bool> Handle(HttpContext http, LoginAddress address, CancellationToken cancelled)
    {
        if (await Answer(http, address, cancelled) is not { } reply)
        {
            return false;
        }

        await LoginReplyWriter.Write(http.Response, reply, cancelled);
        return true;
    }

    /// <summary>Answers a call without writing the answer; null for a path that the service does not have.</summary>
    public async Task<LoginReply?> Answer(HttpContext http, LoginAddress address, CancellationToken cancelled)
    {
        if (_routes.Find(address.Host, LoginRequest.Split(address.RawPath)) is not { } route)
        {
            return null;
        }

        LoginRequest? request = await LoginRequestReader.Read(http, address, _sts.Options.Clock.GetUtcNow(), cancelled);
        return request is null
            ? new LoginReply(StatusCodes.Status413PayloadTooLarge, "body-too-large")
            : ReplyHeaders.Add(Answer(request, route), request) with { RequestBody = request.SafeBody() };
    }

    private LoginReply Answer(LoginRequest request, LoginRoute route)
    {
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
