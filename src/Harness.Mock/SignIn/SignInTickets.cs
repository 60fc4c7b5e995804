using System.Security.Cryptography;
using Harness.Contracts.Access;
using Harness.Mock.Access;

namespace Harness.Mock.SignIn;

/// <summary>Seals what travels through the browser during a sign-in, so that nobody can aim it at another host, persona or page.</summary>
internal sealed class SignInTickets(TicketProtector tickets)
{
    private const string StatePurpose = "sign-in-state";
    private const string CodePurpose = "sign-in-code";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>What a portal sends along to the sign-in page.</summary>
    public string NewState(string family, string tenantId, string host, string returnTo, DateTimeOffset now) =>
        Seal(StatePurpose, new SignInRequest(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), family, tenantId, host, returnTo, ""), now);

    /// <summary>What the sign-in page sends back: the same, with the persona.</summary>
    public string NewCode(SignInRequest request, DateTimeOffset now) => Seal(CodePurpose, request, now);

    /// <summary>Null for what is not ours, of another purpose, of another tenant or too old.</summary>
    public SignInRequest? ReadState(string? state, string tenantId, DateTimeOffset now) => Open(StatePurpose, state, tenantId, now);

    /// <summary>Null also when the code answers another state.</summary>
    public SignInRequest? ReadCode(string? code, string? state, string tenantId, DateTimeOffset now) =>
        Open(CodePurpose, code, tenantId, now) is { } picked
        && Open(StatePurpose, state, tenantId, now) is { } asked
        && string.Equals(picked.Id, asked.Id, StringComparison.Ordinal)
            ? picked
            : null;

    // A ticket has one free text, its site: host and page stand in it together, and only the page has slashes.
    private string Seal(string purpose, SignInRequest request, DateTimeOffset now) => tickets.Protect(new SessionTicket(
        purpose, request.Family, request.TenantId, request.Persona, request.Id, request.Host + request.ReturnTo, now, now + Lifetime));

    private SignInRequest? Open(string purpose, string? text, string tenantId, DateTimeOffset now)
    {
        SessionTicket? ticket = tickets.Unprotect(text);
        if (ticket is null
            || !string.Equals(ticket.Purpose, purpose, StringComparison.Ordinal)
            || !string.Equals(ticket.TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
            || now >= ticket.ExpiresAt)
        {
            return null;
        }

        int slash = ticket.Site.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? null
            : new SignInRequest(ticket.SessionId, ticket.Family, ticket.TenantId, ticket.Site[..slash], ticket.Site[slash..], ticket.Persona);
    }
}
