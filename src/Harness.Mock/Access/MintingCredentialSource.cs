using System.Globalization;
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

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The earliest moment at which something minted here expires.</summary>
    public DateTimeOffset ExpiresAt { get; private set; } = DateTimeOffset.MaxValue;

    public string Cookie(string name, TimeSpan? lifetime) => Ticket("session", name, "", lifetime);

    public string Token(TokenWish token)
    {
        bool appOnly = wish.AppOnly ?? token.AppOnly ?? false;
        TimeSpan lifetime = wish.Lifetime ?? token.Lifetime ?? DefaultLifetime;
        Expire(lifetime);
        return tokens.Issue(new TokenRequest(
            tenant, Fill(wish.Audience ?? token.Audience), PortalClient, appOnly ? null : persona, token.Scopes, token.Roles, lifetime, sessionId));
    }

    public string Digest(string name, string mintedBy, TimeSpan lifetime, string host) => FormDigest(host, lifetime);

    public Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same name gets the same value within a session, as a portal's route key does.</summary>
    public string Value(string name)
    {
        if (name.Contains("tenant", StringComparison.OrdinalIgnoreCase))
        {
            return tenant.Id.ToString("D");
        }

        if (!_values.TryGetValue(name, out string? value))
        {
            _values[name] = value = "fake-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId + name)).AsSpan(0, 16));
        }

        return value;
    }

    private string FormDigest(string host, TimeSpan lifetime)
    {
        // 0x and upper-case hex, then the time it was made (observed: POST /_api/contextinfo).
        string hex = Convert.ToHexString(Encoding.UTF8.GetBytes(Ticket("digest", "digest", host, lifetime)));
        return $"0x{hex},{clock.GetUtcNow().ToString("dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} -0000";
    }

    private string Ticket(string purpose, string family, string site, TimeSpan? lifetime)
    {
        TimeSpan length = wish.Lifetime ?? lifetime ?? DefaultLifetime;
        Expire(length);
        DateTimeOffset now = clock.GetUtcNow();
        return tickets.Protect(new SessionTicket(purpose, family, tenant.Id.ToString("D"), persona.Id, sessionId, site, now, now + length));
    }

    private void Expire(TimeSpan lifetime)
    {
        DateTimeOffset at = clock.GetUtcNow() + lifetime;
        ExpiresAt = at < ExpiresAt ? at : ExpiresAt;
    }

    private string Fill(string audience)
    {
        foreach (KeyValuePair<string, string> host in tenant.Hosts)
        {
            audience = audience.Replace($"{{{host.Key}}}", host.Value, StringComparison.OrdinalIgnoreCase);
        }

        return audience.Replace("{tenantId}", tenant.Id.ToString("D"), StringComparison.OrdinalIgnoreCase);
    }
}
