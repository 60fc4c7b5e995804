using System.Security.Cryptography;
using System.Text;
using Harness.Contracts.Access;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;

namespace Harness.Mock.Access;

/// <summary>Mints the credentials of one session: whatever a requirement asks for belongs to the same persona, tenant and session id.</summary>
internal sealed class MintingCredentialSource(
    TicketProtector tickets, TokenIssuer tokens, Tenant tenant, Persona persona, string sessionId, SessionWish wish, TimeProvider clock) : ICredentialSource
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    // The client id of the portals' own first-party stand-in; real portals each have another.
    private static readonly Guid PortalClient = new("c44b4083-3bb0-49c1-b47d-974e53cbdf3c");

    // Asked twice, a session gives the same: one cookie for all hosts, one token for an audience.
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The earliest moment at which something minted here expires.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = DateTimeOffset.MaxValue;

    public TimeProvider Clock => clock;

    public IReadOnlyDictionary<string, string> HostValues => tenant.Hosts;

    public string Cookie(string name, TimeSpan? lifetime) => Cookie(name, name, lifetime);

    public string Cookie(string realm, string name, TimeSpan? lifetime) =>
        Once($"cookie {realm} {name}", () => Ticket(CookieRequirement.SessionPurpose, realm, "", lifetime));

    public string Token(TokenWish token)
    {
        bool appOnly = wish.AppOnly ?? token.AppOnly ?? false;
        TimeSpan lifetime = wish.Lifetime ?? token.Lifetime ?? DefaultLifetime;
        string audience = wish.Audience ?? token.Audience;
        Expire(lifetime);
        return Once($"token {audience} {appOnly} {string.Join(' ', token.Scopes)} {string.Join(' ', token.Roles)}", () => tokens.Issue(new TokenRequest(
            tenant, audience, PortalClient, appOnly ? null : persona, token.Scopes, token.Roles, lifetime, sessionId)));
    }

    public string Digest(string name, string mintedBy, TimeSpan lifetime, string host) => Once($"digest {host}", () =>
    {
        DateTimeOffset now = clock.GetUtcNow();
        return FormDigestText.Write(Ticket(FormDigestRequirement.DigestPurpose, "", host, lifetime, now), now);
    });

    public Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    public string Value(string name)
    {
        if (name.Contains("tenant", StringComparison.OrdinalIgnoreCase))
        {
            return tenant.Id.ToString("D");
        }

        // Portals set the anti-forgery cookie URL-encoded; a value that reads the same either way would teach nobody to decode it.
        string start = name.Contains("XSRF", StringComparison.OrdinalIgnoreCase) ? "fake:" : "fake-";
        return Once($"value {name}", () =>
            start + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId + name)).AsSpan(0, 16)));
    }

    private string Once(string key, Func<string> make)
    {
        if (!_values.TryGetValue(key, out string? value))
        {
            _values[key] = value = make();
        }

        return value;
    }

    private string Ticket(string purpose, string family, string site, TimeSpan? lifetime, DateTimeOffset? issuedAt = null)
    {
        TimeSpan length = wish.Lifetime ?? lifetime ?? DefaultLifetime;
        Expire(length);
        DateTimeOffset now = issuedAt ?? clock.GetUtcNow();
        return tickets.Protect(new SessionTicket(purpose, family, tenant.Id.ToString("D"), persona.Id, sessionId, site, now, now + length));
    }

    private void Expire(TimeSpan lifetime)
    {
        DateTimeOffset at = clock.GetUtcNow() + lifetime;
        ExpiresAt = at < ExpiresAt ? at : ExpiresAt;
    }
}
