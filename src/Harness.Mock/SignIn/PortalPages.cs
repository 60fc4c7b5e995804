using System.Globalization;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.SignIn;

/// <summary>The pages of portals that keep their session in cookies: they send strangers to the sign-in page and tell everybody else who they are.</summary>
internal sealed class PortalPages(PortalTable portals, SignInReturn signInReturn, IAccessAuthority authority) : IStage
{
    private const string SignOutPath = "/logout";

    private static readonly Decision Shown = new(Stages.Access, "served", "A page of the portal; the session is good.", null, null, null);

    private static readonly Decision SignedOut = new(Stages.Access, "served", "The portal takes its session cookies away.", null, null, null);

    // Each is worked out for its portal's first call: looking through all operations for all portals would hold up the start.
    private readonly Dictionary<string, Lazy<PortalSite?>> _sites = portals.Families
        .ToDictionary(f => f.Id, f => new Lazy<PortalSite?>(() => PortalSite.Of(f, portals)), StringComparer.Ordinal);

    public Reply? Answer(Exchange exchange)
    {
        if (!HttpMethods.IsGet(exchange.Method) || _sites[exchange.Portal.Family.Id].Value is not { } site || site.IsApi(exchange.Path))
        {
            return null;
        }

        if (Is(exchange, SignInReturn.Path))
        {
            return signInReturn.Answer(exchange);
        }

        if (Is(exchange, SignOutPath))
        {
            return SignOut(exchange, site.Family);
        }

        return exchange.IsPageRequest ? Page(exchange, site) : null;
    }

    private Reply Page(Exchange exchange, PortalSite site)
    {
        AccessVerdict verdict = site.Session.Verify(exchange, authority);
        return verdict.Passed
            ? Html(Shown, site.Family.Title, Describe(exchange, site.Session.ReadSession(exchange, authority)!))
            : AccessStage.Refuse(exchange, site.Session, verdict);
    }

    private static Reply SignOut(Exchange exchange, Family family)
    {
        Reply page = Html(SignedOut, "You are signed out", $"<p><a href=\"{exchange.Address.Prefix}/\">Sign in again</a></p>");
        return page with { Headers = [.. page.Headers, .. SessionCookies.Clear(exchange, family)] };
    }

    private static string Describe(Exchange exchange, SessionTicket session)
    {
        Persona? persona = exchange.Tenant.Personas.FirstOrDefault(p => string.Equals(p.Id, session.Persona, StringComparison.Ordinal));
        string roles = persona is { Roles.Count: > 0 } ? string.Join(", ", persona.Roles) : "none";
        return $"""
            <dl>
            <dt>Signed in as</dt><dd>{PlainPage.Text(persona?.DisplayName ?? session.Persona)} <small>{PlainPage.Text(persona?.Upn ?? "")}</small></dd>
            <dt>Roles</dt><dd>{PlainPage.Text(roles)}</dd>
            <dt>Tenant</dt><dd>{PlainPage.Text(exchange.Tenant.DisplayName)}</dd>
            <dt>Session until</dt><dd>{session.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</dd>
            </dl>
            <p><a href="{exchange.Address.Prefix}{SignOutPath}">Sign out</a></p>
            """;
    }

    private static bool Is(Exchange exchange, string path) => string.Equals(exchange.Path, path, StringComparison.OrdinalIgnoreCase);

    private static Reply Html(Decision decision, string title, string body) =>
        new(200, decision) { ContentType = PlainPage.ContentType, Headers = PlainPage.Headers, Body = PlainPage.Write(title, body) };
}
