using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>Issues tickets and tokens from memory, and reads back what it issued and nothing else.</summary>
internal sealed class FakeAuthority : IAccessAuthority
{
    private readonly Dictionary<string, SessionTicket> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public Dictionary<string, string> HostValues { get; } = new(StringComparer.OrdinalIgnoreCase) { ["tenant"] = "contoso" };

    IReadOnlyDictionary<string, string> IAccessAuthority.HostValues => HostValues;

    public string TenantId { get; set; } = "f3ebf024-0c96-4929-9a1c-210feb673958";

    public SessionTicket? ReadTicket(string protectedValue) => _tickets.GetValueOrDefault(protectedValue);

    public AccessToken? ReadToken(string token) => _tokens.GetValueOrDefault(token);

    public SessionTicket? ReadTicket(ReadOnlySpan<char> protectedValue) =>
        _tickets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(protectedValue, out SessionTicket? ticket) ? ticket : null;

    public AccessToken? ReadToken(ReadOnlySpan<char> token) =>
        _tokens.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out AccessToken? found) ? found : null;

    public string IssueSession(string family, string sessionId = "session-1", double minutes = 60, string purpose = "session", string? tenant = null) =>
        Issue(new SessionTicket(purpose, family, tenant ?? TenantId, "global-admin", sessionId, "", Now, Now.AddMinutes(minutes)));

    /// <summary>The digest as its header carries it.</summary>
    public string IssueDigest(string family, string site, string sessionId = "session-1", double minutes = 30, string purpose = "digest") =>
        FormDigestText.Write(Issue(new SessionTicket(purpose, family, TenantId, "global-admin", sessionId, site, Now, Now.AddMinutes(minutes))), Now);

    public string Issue(SessionTicket ticket)
    {
        string value = $"protected-ticket-{_tickets.Count:D4}-{new string('q', 40)}";
        _tickets.Add(value, ticket);
        return value;
    }

    public string IssueToken(AccessToken token)
    {
        string value = $"head.body{_tokens.Count:D4}.signature";
        _tokens.Add(value, token);
        return value;
    }

    public AccessToken Token(string audience, bool appOnly = false, string[]? scopes = null, string[]? roles = null) => new(
        audience,
        $"https://sts.windows.net/{TenantId}/",
        TenantId,
        "client",
        "subject",
        "global-admin",
        appOnly,
        scopes ?? [],
        roles ?? [],
        Now,
        Now.AddHours(1));
}
