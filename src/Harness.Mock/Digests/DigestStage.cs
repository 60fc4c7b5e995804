using System.Globalization;
using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;

namespace Harness.Mock.Digests;

/// <summary>Answers the call that mints form digests: each is bound to the caller's session and to the site that was asked.</summary>
internal sealed class DigestStage(TicketProtector tickets, IAccessAuthority authority) : IStage
{
    private static readonly Decision Minted = new(
        Stages.State,
        "served",
        "A form digest was minted for this session and this site.",
        null,
        EvidenceGrade.Observed,
        "captures and public issues; which headers come from the cloud and which from a server of one's own is not told apart in them");

    public Reply? Answer(Exchange exchange)
    {
        if (exchange.Plan!.Mints is not { } digest)
        {
            return null;
        }

        var context = new SiteContext(
            $"https://{exchange.Host}", Mint(digest, exchange), (int)digest.Lifetime.TotalSeconds);
        (string contentType, byte[] body) = context.Write(exchange.Header("Accept"));
        return new Reply(200, Minted) { ContentType = contentType, Headers = Headers(exchange), Body = body };
    }

    private string Mint(FormDigestRequirement digest, Exchange exchange)
    {
        // With the access gate off there may be no session; the digest is then good for nobody's in particular.
        SessionTicket? session = digest.Session?.ReadSession(exchange, authority);
        var ticket = new SessionTicket(
            FormDigestRequirement.DigestPurpose,
            session?.Family ?? exchange.Portal.Family.Id,
            authority.TenantId,
            session?.Persona ?? "",
            session?.SessionId ?? "",
            exchange.Host,
            exchange.At,
            exchange.At + digest.Lifetime);
        return FormDigestText.Write(tickets.Protect(ticket), exchange.At);
    }

    // Observed on a capture of this call; the headers of every answer stand in family.yml.
    private static KeyValuePair<string, string>[] Headers(Exchange exchange) =>
    [
        new("Expires", exchange.At.AddDays(-15).ToString("R", CultureInfo.InvariantCulture)),
        new("Last-Modified", exchange.At.ToString("R", CultureInfo.InvariantCulture)),
        new("DATASERVICEVERSION", "3.0"),
        new("X-SP-SERVERSTATE", "ReadOnly=0"),
        new("SPClientServiceRequestDuration", "12"),
        new("SPRequestDuration", "13"),
    ];
}
