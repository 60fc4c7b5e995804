using Harness.Contracts.Operations;

namespace Harness.Contracts.Access;

/// <summary>A short-lived value that a call of its own mints, good for one session on one site (observed: SharePoint's form digest).</summary>
public sealed class FormDigestRequirement : AccessRequirement
{
    /// <summary>What a ticket must have been issued as.</summary>
    public const string DigestPurpose = "digest";

    /// <param name="mintedBy">The call that mints it, as <c>POST /_api/contextinfo</c>; it is exempt, or nobody could begin.</param>
    public FormDigestRequirement(RequirementSettings settings, string mintedBy, TimeSpan lifetime)
        : base(settings with { Scope = settings.Scope with { Except = [.. settings.Scope.Except, PathGlob.Parse(mintedBy)] } })
    {
        MintedBy = mintedBy;
        Lifetime = lifetime;
    }

    public override string Kind => "form-digest";

    public string MintedBy { get; }

    public TimeSpan Lifetime { get; }

    /// <summary>The session it is bound to; null when it is good for any session.</summary>
    public CookieRequirement? Session { get; init; }

    /// <summary>Whether it is good for the host that minted it and no other.</summary>
    public bool IsBoundToSite { get; init; }

    public override AccessVerdict Verify(IAccessRequest request, IAccessAuthority authority)
    {
        string? text = request.Header(Name);
        if (string.IsNullOrEmpty(text))
        {
            return Refuse("missing", $"The call writes and has no '{Name}'.", $"Call {MintedBy} first and send the value it returns as '{Name}'.");
        }

        SessionTicket? ticket = FormDigestText.Read(text, authority);
        if (ticket is null || !string.Equals(ticket.Purpose, DigestPurpose, StringComparison.Ordinal))
        {
            return Refuse(
                "invalid",
                $"The value of '{Name}' was not minted by this server, or was changed on the way.",
                $"Send what {MintedBy} returns, unchanged and whole.");
        }

        if (FindStranger(ticket, request, authority) is { } because)
        {
            return Refuse("foreign", because, $"Call {MintedBy} on {request.Host} with this session's cookies.");
        }

        return authority.Now < ticket.ExpiresAt
            ? AccessVerdict.Pass
            : Refuse(
                "expired",
                $"The digest expired at {When(ticket.ExpiresAt)}; it is {When(authority.Now)} now. The session may well be good still.",
                $"Call {MintedBy} again; a digest lasts {Lifetime.TotalMinutes:0} minutes.");
    }

    public override void Satisfy(OutgoingCall call, ICredentialSource source)
    {
        if (Scope.Covers(call.Method, call.Host, call.Path) && source.Digest(Name, MintedBy, Lifetime, call.Host) is { } digest)
        {
            call.Headers[Name] = digest;
        }
    }

    private string? FindStranger(SessionTicket ticket, IAccessRequest request, IAccessAuthority authority)
    {
        if (!string.Equals(ticket.TenantId, authority.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return $"The digest was minted in tenant {ticket.TenantId}; the tenant in force is {authority.TenantId}.";
        }

        if (IsBoundToSite && !string.Equals(ticket.Site, request.Host, StringComparison.OrdinalIgnoreCase))
        {
            return $"The digest was minted for {ticket.Site}, and the call goes to {request.Host}.";
        }

        if (Session is null)
        {
            return null;
        }

        return Session.ReadSession(request, authority) is { } session && string.Equals(session.SessionId, ticket.SessionId, StringComparison.Ordinal)
            ? null
            : $"The digest was minted for another session than the one in '{Session.Name}'.";
    }

    private static AccessVerdict Refuse(string reason, string because, string fix) => AccessVerdict.Refuse($"digest-{reason}", reason, because, fix);
}
