using System.Security.Cryptography;
using Harness.Contracts.Access;
using Harness.Contracts.Families;
using Harness.Contracts.Tenants;
using Harness.Identity.Tokens;
using Harness.Mock.Access;
using Harness.Mock.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Sessions;

/// <summary>Makes sessions: lets each requirement of the family put what it needs on an imagined call, and sorts out what only writes need.</summary>
internal sealed class SessionMint(TicketProtector tickets, TokenIssuer tokens, Revocations revocations, TenantInForce tenant, TimeProvider clock)
{
    /// <param name="target">The very call that the session is for; null for calls in general.</param>
    public MintedSession Mint(Family family, Persona persona, SessionWish wish, SessionTarget? target)
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        revocations.Issued(id);
        var source = new MintingCredentialSource(tickets, tokens, tenant.Current, persona, id, wish, clock);
        IReadOnlyList<string> hosts = target is null ? [.. family.Hosts.Select(h => h.Host.Fill(tenant.Current.Hosts)).Distinct(StringComparer.Ordinal)] : [target.Host];
        var perHost = hosts.ToDictionary(h => h, h => Satisfy(family, h, target, source), StringComparer.Ordinal);
        HostCredentials first = perHost[hosts[0]];
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> cookie in perHost.Values.SelectMany(h => h.Cookies))
        {
            cookies.TryAdd(cookie.Key, cookie.Value);
        }

        DateTimeOffset expires = source.ExpiresAt == DateTimeOffset.MaxValue ? clock.GetUtcNow().AddHours(1) : source.ExpiresAt;
        return new MintedSession(
            id, hosts[0], expires, cookies, first.Headers, first.WriteHeaders, first.Query,
            perHost.Where(h => !h.Value.IsLike(first)).ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal));
    }

    private static HostCredentials Satisfy(Family family, string host, SessionTarget? target, MintingCredentialSource source)
    {
        string method = target?.Method ?? HttpMethods.Post;
        var call = new OutgoingCall(method, host, target?.Path ?? "/");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var writeHeaders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (IAccessRequirement requirement in target?.Plan.Access.Requirements ?? Generally(family, host))
        {
            requirement.Satisfy(call, source);
            Dictionary<string, string> into = requirement.Scope.Methods.Count == 0 ? headers : writeHeaders;
            foreach (KeyValuePair<string, string> header in call.Headers.Where(h => !headers.ContainsKey(h.Key) && !writeHeaders.ContainsKey(h.Key)))
            {
                into[header.Key] = header.Value;
            }
        }

        return new HostCredentials(headers, writeHeaders, call.Query, call.Cookies);
    }

    // What holds for some paths only is left out here: a client asks for it with "for".
    private static IEnumerable<IAccessRequirement> Generally(Family family, string host) =>
        family.Access.Where(r => r.Scope.Paths.Count == 0 && (r.Scope.Hosts.Count == 0 || r.Scope.Hosts.Any(h => h.Matches(host))));
}
