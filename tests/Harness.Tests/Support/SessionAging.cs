using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>What of a session grows old, and how to keep the rest of it young so that the old part answers.</summary>
internal static class SessionAging
{
    /// <summary>Null for what never expires.</summary>
    public static TimeSpan? Lifetime(IAccessRequirement requirement) => requirement switch
    {
        CookieRequirement cookie => cookie.Lifetime,
        BearerRequirement bearer => bearer.Lifetime,
        FormDigestRequirement digest => digest.Lifetime,
        _ => null,
    };

    public static string ExpiredCode(IAccessRequirement requirement) => requirement switch
    {
        CookieRequirement => "cookie-expired",
        BearerRequirement => "token-expired",
        _ => "digest-expired",
    };

    /// <summary>Takes over from a fresh session whatever does not outlive the requirement that is to grow old.</summary>
    public static PortalSession Renew(PortalSession old, PortalSession fresh, IAccessRequirement aging, IReadOnlyList<IAccessRequirement> all)
    {
        foreach (IAccessRequirement other in all.Where(r => (r.Kind, r.Name) != (aging.Kind, aging.Name) && Lifetime(r) <= Lifetime(aging)))
        {
            switch (other)
            {
                case BearerRequirement bearer:
                    old.Headers[bearer.Name] = fresh.Headers[bearer.Name];
                    break;
                case CookieRequirement:
                    foreach ((string name, string value) in fresh.Cookies)
                    {
                        old.Cookies[name] = value;
                    }

                    break;
                case FormDigestRequirement digest:
                    // Bound to its session: it stays, and is not asked before the session is.
                    break;
            }
        }

        return old;
    }
}
