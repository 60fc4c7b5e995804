namespace Harness.Contracts.Access;

/// <summary>A portal session: a cookie that we issued, unexpired, with its chunks and companions.</summary>
public sealed class CookieRequirement : AccessRequirement
{
    /// <summary>What a ticket must have been issued as.</summary>
    public const string SessionPurpose = "session";

    private readonly string[] _names;
    private readonly string[] _companions;

    /// <param name="realm">Whose session it is: families on one host may share one.</param>
    public CookieRequirement(
        RequirementSettings settings,
        string realm,
        IEnumerable<string> aliases,
        IEnumerable<string> companions,
        CookieChunks? chunks,
        TimeSpan? lifetime)
        : base(settings)
    {
        Realm = realm;
        Chunks = chunks;
        Lifetime = lifetime;
        _names = [settings.Name, .. aliases];
        _companions = [.. companions];
    }

    public override string Kind => "cookie";

    public string Realm { get; }

    /// <summary>All names under which it is accepted; the first is the one it is sent as.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Further cookies that must be there, whatever they say.</summary>
    public IReadOnlyList<string> Companions => _companions;

    public CookieChunks? Chunks { get; }

    public TimeSpan? Lifetime { get; }

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        if (FindName(request) is not { } name)
        {
            return AccessVerdict.Refuse(
                "cookie-missing",
                "missing",
                $"The session cookie '{Name}' is not on the call.",
                $"Sign in to the portal and send its cookies, '{Name}' among them.");
        }

        SessionTicket? ticket = ReadTicket(request, authority, name, out string? missing);
        if (missing is not null)
        {
            return Incomplete($"'{name}' says that it comes in parts, and the part '{missing}' is missing.");
        }

        foreach (string companion in _companions)
        {
            if (request.CookieText(companion).IsEmpty)
            {
                return Incomplete($"'{name}' is on the call, but its companion cookie '{companion}' is missing.");
            }
        }

        return Judge(name, ticket, authority);
    }

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        if (source.Cookie(Realm, Name, Lifetime) is { } value)
        {
            if (Chunks is null)
            {
                call.Cookies[Name] = value;
            }
            else
            {
                Chunks.Split(call, Name, value);
            }
        }

        foreach (string companion in _companions)
        {
            if (source.Value(companion) is { } companionValue)
            {
                call.Cookies[companion] = companionValue;
            }
        }
    }

    /// <summary>The ticket in the cookie, good or not; null when there is none. For what is bound to the session.</summary>
    public SessionTicket? ReadSession(IAccessRequest request, IAccessAuthority authority) =>
        FindName(request) is { } name ? ReadTicket(request, authority, name, out _) : null;

    private SessionTicket? ReadTicket(IAccessRequest request, IAccessAuthority authority, string name, out string? missing)
    {
        ReadOnlySpan<char> value = request.CookieText(name);
        missing = null;
        return Chunks?.IsHead(value) == true ? Chunks.Read(request, authority, name, value, out missing) : authority.ReadTicket(value);
    }

    private AccessVerdict Judge(string name, SessionTicket? ticket, IAccessAuthority authority)
    {
        if (ticket is null)
        {
            return Garbled(name);
        }

        if (!string.Equals(ticket.Purpose, SessionPurpose, StringComparison.Ordinal))
        {
            return Invalid($"'{name}' holds something that was issued as a {ticket.Purpose}, not as a session.");
        }

        if (!string.Equals(ticket.Family, Realm, StringComparison.Ordinal))
        {
            return Invalid($"'{name}' holds a session of '{ticket.Family}'; this portal wants one of '{Realm}'.");
        }

        if (!string.Equals(ticket.TenantId, authority.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return Invalid($"The session in '{name}' belongs to tenant {ticket.TenantId}; the tenant in force is {authority.TenantId}.");
        }

        return authority.Now < ticket.ExpiresAt
            ? AccessVerdict.Pass
            : AccessVerdict.Refuse(
                "cookie-expired",
                "expired",
                $"The session in '{name}' expired at {When(ticket.ExpiresAt)}; it is {When(authority.Now)} now.",
                "Sign in again and send the new cookies.");
    }

    private string? FindName(IAccessRequest request)
    {
        foreach (string name in _names)
        {
            if (!request.CookieText(name).IsEmpty)
            {
                return name;
            }
        }

        return null;
    }

    private static AccessVerdict Garbled(string name) => Invalid($"The value of '{name}' was not issued by this server, or was changed on the way.");

    private static AccessVerdict Invalid(string because) =>
        AccessVerdict.Refuse("cookie-invalid", "invalid", because, "Sign in to this portal, and send its cookies as they were set, not decoded.");

    private static AccessVerdict Incomplete(string because) =>
        AccessVerdict.Refuse("cookie-incomplete", "incomplete", because, "Send every cookie that sign-in set, chunks and companions included.");
}
