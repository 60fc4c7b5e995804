using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>Every way to get a requirement wrong, by its kind alone: no family is known here.</summary>
internal static class AccessDefects
{
    private const string ForeignAudience = "https://nobody.example";

    public static IEnumerable<AccessDefect> Of(IAccessRequirement requirement) => requirement switch
    {
        CookieRequirement cookie => OfCookie(cookie),
        BearerRequirement bearer => OfBearer(bearer),
        XsrfRequirement xsrf => OfXsrf(xsrf),
        FormDigestRequirement digest => OfDigest(digest),
        HeaderRequirement header => OfHeader(header),
        QueryRequirement query => OfQuery(query),
        _ => throw new AssertionException($"Nothing is known here of the kind '{requirement.Kind}'."),
    };

    private static IEnumerable<AccessDefect> OfCookie(CookieRequirement cookie)
    {
        string last = cookie.Chunks is null ? cookie.Name : $"{cookie.Name}C{cookie.Chunks.Count}";
        yield return Now(cookie, "cookie-missing", "missing", s => s.Cookies.Remove(cookie.Name));
        yield return Now(cookie, "cookie-invalid", "invalid", s => s.Cookies[last] = Damage(s.Cookies[last]));
        yield return Later(cookie, "cookie-invalid", "invalid", async (server, _, session) => session.Cookies[cookie.Name] = await ForeignCookie(server, cookie.Realm));
        if (cookie.Chunks is not null)
        {
            yield return Now(cookie, "cookie-incomplete", "incomplete", s => s.Cookies.Remove(last));
        }

        foreach (string companion in cookie.Companions)
        {
            yield return Now(cookie, "cookie-incomplete", "incomplete", s => s.Cookies.Remove(companion));
        }
    }

    private static IEnumerable<AccessDefect> OfBearer(BearerRequirement bearer)
    {
        yield return Now(bearer, "token-missing", "missing", s => s.Headers.Remove(bearer.Name));
        yield return Now(bearer, "token-malformed", "malformed", s => s.Headers[bearer.Name] = Damage(s.Headers[bearer.Name]));
        yield return Now(bearer, "token-malformed", "malformed", s => s.Headers[bearer.Name] = "Basic bm9ib2R5");
        yield return Later(bearer, "token-wrong-audience", "audience", async (server, row, session) =>
            session.Headers[bearer.Name] = (await server.SessionFor(row, new { audience = ForeignAudience })).Headers[bearer.Name]);
        if (bearer.Demand.Kind is TokenKind.Delegated or TokenKind.App)
        {
            string other = bearer.Demand.Kind == TokenKind.App ? "delegated" : "app";
            yield return Later(bearer, "token-wrong-kind", "kind", async (server, row, session) =>
                session.Headers[bearer.Name] = (await server.SessionFor(row, new { kind = other })).Headers[bearer.Name]);
        }
    }

    private static IEnumerable<AccessDefect> OfXsrf(XsrfRequirement xsrf)
    {
        yield return Now(xsrf, "xsrf-missing", "missing", s => Remove(s, xsrf.Header));
        yield return Now(xsrf, "xsrf-mismatch", "mismatch", s => Put(s, xsrf.Header, "another-value"));
    }

    private static IEnumerable<AccessDefect> OfDigest(FormDigestRequirement digest)
    {
        yield return Now(digest, "digest-missing", "missing", s => Remove(s, digest.Name));
        yield return Now(digest, "digest-invalid", "invalid", s => Put(s, digest.Name, "0x00,01 Jan 2026 00:00:00 -0000"));
        if (digest.Session is not null)
        {
            yield return Later(digest, "digest-foreign", "foreign", async (server, row, session) =>
                Put(session, digest.Name, Value(await server.SessionFor(row), digest.Name)));
        }
    }

    private static IEnumerable<AccessDefect> OfHeader(HeaderRequirement header)
    {
        yield return Now(header, "header-missing", "missing", s => Remove(s, header.Name));
        if (header.Rule.Kind != ValueRuleKind.Present)
        {
            yield return Now(header, "header-wrong", "wrong", s => Put(s, header.Name, "not-what-is-expected"));
        }
    }

    private static IEnumerable<AccessDefect> OfQuery(QueryRequirement query)
    {
        yield return Now(query, "query-missing", "missing", s => s.Query[query.Name] = "");
        if (query.Rule.Kind != ValueRuleKind.Present)
        {
            yield return Now(query, "query-missing", "wrong", s => s.Query[query.Name] = "not what is expected");
        }
    }

    private static AccessDefect Now(IAccessRequirement requirement, string code, string reason, Action<PortalSession> spoil) =>
        new(requirement, code, reason, (_, _, session) =>
        {
            spoil(session);
            return Task.CompletedTask;
        });

    private static AccessDefect Later(IAccessRequirement requirement, string code, string reason, Func<RunningServer, OperationRow, PortalSession, Task> spoil) =>
        new(requirement, code, reason, spoil);

    private static void Remove(PortalSession session, string header)
    {
        session.Headers.Remove(header);
        session.WriteHeaders.Remove(header);
    }

    private static void Put(PortalSession session, string header, string value) =>
        (session.WriteHeaders.ContainsKey(header) ? session.WriteHeaders : session.Headers)[header] = value;

    private static string Value(PortalSession session, string header) => session.WriteHeaders.GetValueOrDefault(header) ?? session.Headers[header];

    // In the middle: the last character of base64 holds spare bits, and changing those changes nothing.
    private static string Damage(string value) => string.Create(value.Length, value, static (text, original) =>
    {
        original.CopyTo(text);
        int middle = text.Length / 2;
        text[middle] = text[middle] == 'A' ? 'B' : 'A';
    });

    // A session that this very server has issued, for a portal that shares none with this one.
    private static async Task<string> ForeignCookie(RunningServer server, string realm)
    {
        (string family, CookieRequirement cookie) = DeclaredOperations.OfCore.Families
            .SelectMany(f => f.Access.OfType<CookieRequirement>(), (f, c) => (f.Id, c)).First(c => c.c.Realm != realm);
        PortalSession other = await server.Session(family);
        return cookie.Chunks is { } chunks
            ? string.Concat(Enumerable.Range(1, chunks.Count).Select(n => other.Cookies[$"{cookie.Name}C{n}"]))
            : other.Cookies[cookie.Name];
    }
}
