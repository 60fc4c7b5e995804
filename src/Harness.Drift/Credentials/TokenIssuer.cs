using System.Security.Cryptography;
using Harness.Contracts;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Operations;
using Harness.Drift.Targets;

namespace Harness.Drift.Credentials;

/// <summary>Builds calls out of tokens, each checked before it is used: whose tenant, which audience, how powerful.</summary>
internal sealed class TokenIssuer(Target target, ITokenProvider provider, TokenRail rail, TimeProvider clock) : ICredentialIssuer
{
    public bool CanRenew => provider.CanRenew;

    public async Task<Guid?> Identify(CancellationToken cancelled) =>
        await provider.Any(cancelled) is { } token ? rail.Check(token, "").TenantId : null;

    public async Task<IssuedCredentials> Issue(Family family, Operation operation, AccessPlan access, string host, CancellationToken cancelled)
    {
        var wishes = new Source(target, clock);
        access.Satisfy(new OutgoingCall(operation.Method, host, operation.PortalPath), wishes);
        DateTimeOffset expires = DateTimeOffset.MaxValue;
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string audience in wishes.Asked)
        {
            string token = await provider.Get(audience, cancelled)
                ?? throw new HarnessException($"there is no token for {audience}, which {family.Id} needs", "Leave the family out of the target, or provide one");
            TokenClaims claims = rail.Check(token, audience);
            expires = claims.ExpiresAt < expires ? claims.ExpiresAt : expires;
            tokens[audience] = token;
        }

        var call = new OutgoingCall(operation.Method, host, operation.PortalPath);
        access.Satisfy(call, new Source(target, clock) { Tokens = tokens });
        return new IssuedCredentials(new CallCredentials([.. call.Headers], "", [.. call.Query]), expires);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private sealed class Source(Target target, TimeProvider clock) : ICredentialSource
    {
        public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

        public TimeProvider Clock => clock;

        public IReadOnlyDictionary<string, string> HostValues => target.Hosts;

        public string? Cookie(string name, TimeSpan? lifetime) => null;

        public string? Token(TokenWish wish)
        {
            Asked.Add(wish.Audience);
            return Tokens.GetValueOrDefault(wish.Audience);
        }

        public string? Digest(string name, string mintedBy, TimeSpan lifetime, string host) => null;

        public Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

        public string? Value(string name) =>
            name.Contains("tenant", StringComparison.OrdinalIgnoreCase) ? target.TenantId.ToString("D") : target.Context.GetValueOrDefault(name);
    }
}
