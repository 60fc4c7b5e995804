using System.Security.Cryptography;
using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>Sends what the person's browser would send: the cookies of the host, the headers that the family wants on top.</summary>
internal sealed class StoredIssuer(Target target, StoredSessions sessions, TokenRail rail, TimeProvider clock) : ICredentialIssuer
{
    private StoredSession? _session;

    public bool CanRenew => false;

    // A cookie cannot be looked into, and a token beside it need not be of the same session: a portal has to say whose it is.
    public Task<Guid?> Identify(CancellationToken cancelled)
    {
        Session();
        return Task.FromResult<Guid?>(null);
    }

    public Task<IssuedCredentials> Issue(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled)
    {
        DateTimeOffset now = clock.GetUtcNow();
        (string site, string path) = target.Gateway is { } gateway ? (gateway.Host, $"/{host}{operation.PortalPath}") : (host, operation.PortalPath);
        StoredCookie[] cookies = [.. Session().Cookies.Where(c => c.GoesTo(site, path) && (c.ExpiresAt is not { } end || end > now))];
        var call = new OutgoingCall(operation.Method, host, operation.PortalPath);
        access.Satisfy(call, new Source(this, cookies));
        string[] all = [.. cookies.Select(c => $"{c.Name}={c.Value}")];
        DateTimeOffset expires = cookies.Select(c => c.ExpiresAt ?? DateTimeOffset.MaxValue).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        bool isGood = all.Length > 0 || call.Headers.ContainsKey("Authorization") || access.Requirements.All(r => r.Kind is not ("cookie" or "bearer"));
        return isGood
            ? Task.FromResult(new IssuedCredentials(new CallCredentials([.. call.Headers], string.Join("; ", all), [.. call.Query]), expires))
            : throw new HarnessException($"the stored session of '{target.Name}' has nothing for {host}", $"Run 'harness sign-in {target.File}' again, and open {family.Title} there");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StoredSession Session() => _session ??= sessions.Load(target);

    private string? TokenFor(string audience)
    {
        string? token = Session().Tokens.FirstOrDefault(t => TokenClaims.Read(t) is { } claims && claims.ExpiresAt > clock.GetUtcNow()
            && claims.Audiences.Any(a => a.TrimEnd('/').Equals(audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)));
        if (token is not null)
        {
            rail.Check(token, audience);
        }

        return token;
    }

    private sealed class Source(StoredIssuer issuer, StoredCookie[] cookies) : ICredentialSource
    {
        public IReadOnlyDictionary<string, string> HostValues => issuer.Target.Hosts;

        public TimeProvider Clock => issuer.Now;

        public string? Cookie(string name, TimeSpan? lifetime) => cookies.FirstOrDefault(c => c.Name == name)?.Value;

        public string? Token(TokenWish wish) => issuer.TokenFor(wish.Audience);

        public string? Digest(string name, string mintedBy, TimeSpan lifetime, string host) => null;

        public Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

        public string? Value(string name) => cookies.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value
            ?? issuer.Target.Context.GetValueOrDefault(name)
            ?? (name.Contains("tenant", StringComparison.OrdinalIgnoreCase) ? issuer.Target.TenantId.ToString("D") : null);
    }

    private Target Target => target;

    private TimeProvider Now => clock;
}
