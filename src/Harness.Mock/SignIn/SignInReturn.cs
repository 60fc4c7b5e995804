using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Sessions;

namespace Harness.Mock.SignIn;

/// <summary>The way back from the sign-in page: the portal sets its cookies and sends the person on to the page first asked for.</summary>
internal sealed class SignInReturn(SignInTickets tickets, SessionMint sessions, IReadOnlyList<Family> families)
{
    /// <summary>On every portal's host; no real portal has it.</summary>
    public const string Path = "/harness/signed-in";

    private static readonly SessionWish Usual = new(null, null, null);

    private static readonly Decision SignedIn = new(
        Stages.Access, "served", "Somebody signed in: the portal sets its session cookies and leads on to the page first asked for.", null, null, null);

    private static readonly Decision Refused = new(
        Stages.Access,
        "cookie-invalid",
        "What came back from the sign-in page was not made by this server, is older than ten minutes, or belongs to another portal or tenant.",
        "Open the portal again and sign in.",
        null,
        null);

    public Reply Answer(Exchange exchange)
    {
        SignInRequest? request = tickets.ReadCode(
            exchange.Query("code"), exchange.Query("state"), exchange.Tenant.Id.ToString("D"), exchange.At);
        Family? family = families.FirstOrDefault(f => string.Equals(f.Id, request?.Family, StringComparison.Ordinal));
        Persona? persona = exchange.Tenant.Personas.FirstOrDefault(p => string.Equals(p.Id, request?.Persona, StringComparison.Ordinal));
        if (request is null || family is null || persona is null || !string.Equals(request.Host, exchange.Host, StringComparison.Ordinal))
        {
            return new Reply(400, Refused)
            {
                ContentType = PlainPage.ContentType,
                Headers = PlainPage.Headers,
                Body = PlainPage.Write("This sign-in cannot be continued", "<p>Open the portal again.</p>"),
            };
        }

        MintedSession session = sessions.Mint(family, persona, Usual, null);
        return new Reply(302, SignedIn)
        {
            Headers =
            [
                .. SessionCookies.Set(exchange, family, session),
                new("Location", SameForm.Url(exchange.Http, exchange.Address, exchange.Host, request.ReturnTo)),
                new("Cache-Control", "no-store"),
            ],
        };
    }
}
