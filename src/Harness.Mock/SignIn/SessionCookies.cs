using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Routing;
using Harness.Mock.Exchanges;
using Harness.Mock.Sessions;

namespace Harness.Mock.SignIn;

/// <summary>Writes a portal's cookies as it sets them, and takes them away again.</summary>
internal static class SessionCookies
{
    /// <summary>Set-Cookie headers of a session. Without Expires: the browser's clock is not the virtual one, and the ticket inside knows when it ends.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Set(Exchange exchange, Family family, MintedSession session)
    {
        HashSet<string> readable = ReadByScripts(family);
        return session.Cookies.Concat(Extra(family, session))
            .Select(cookie => Header($"{cookie.Key}={cookie.Value}{Attributes(exchange, readable.Contains(cookie.Key))}"));
    }

    public static IEnumerable<KeyValuePair<string, string>> Clear(Exchange exchange, Family family)
    {
        string[] names = [.. OwnNames(family)];
        string attributes = Attributes(exchange, readable: false);
        return names.Concat(exchange.Http.Request.Cookies.Keys.Where(sent => names.Any(name => IsPart(sent, name))))
            .Distinct(StringComparer.Ordinal)
            .Select(name => Header($"{name}=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT{attributes}"));
    }

    // Route keys and the like repeat what the session's headers carry; the rest means nothing to anybody.
    private static IEnumerable<KeyValuePair<string, string>> Extra(Family family, MintedSession session) =>
        (family.SignIn?.Cookies ?? []).Where(name => !session.Cookies.ContainsKey(name))
            .Select(name => KeyValuePair.Create(name, session.Headers.GetValueOrDefault(name) ?? $"fake-{session.Id[..12]}"));

    private static IEnumerable<string> OwnNames(Family family) =>
        family.Access.OfType<CookieRequirement>().SelectMany(c => c.Names.Concat(c.Companions))
            .Concat(family.Access.OfType<XsrfRequirement>().Select(x => x.Name))
            .Concat(family.SignIn?.Cookies ?? [])
            .Distinct(StringComparer.Ordinal);

    private static HashSet<string> ReadByScripts(Family family) => family.Access.OfType<XsrfRequirement>().Select(x => x.Name)
        .Concat(family.Access.OfType<HeaderRequirement>().SelectMany(h => h.Overrides.Select(o => o.Rule).Prepend(h.Rule))
            .Where(rule => rule.Kind == ValueRuleKind.CookieEcho).SelectMany(rule => rule.Words))
        .Concat(family.SignIn?.Cookies ?? [])
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsPart(string sent, string name) =>
        sent.Length > name.Length + 1 && sent.StartsWith(name, StringComparison.Ordinal) && sent[name.Length] == 'C' && sent.AsSpan(name.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    // No Domain ever: two portals on one address are told apart by Path, and a cookie goes back to its own host only. Browsers take
    // neither Secure nor SameSite=None over plain HTTP.
    private static string Attributes(Exchange exchange, bool readable)
    {
        string path = exchange.Address.Form == AddressForm.Path ? exchange.Address.Prefix : "/";
        string site = exchange.Http.Request.IsHttps ? "; SameSite=None; Secure" : "; SameSite=Lax";
        return $"; Path={path}{site}{(readable ? "" : "; HttpOnly")}";
    }

    private static KeyValuePair<string, string> Header(string value) => new("Set-Cookie", value);
}
