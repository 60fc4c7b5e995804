using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harness.Contracts.Access;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Identity;
using Harness.Identity.Keys;
using Harness.Identity.Replies;
using Harness.Mock.Access;
using Harness.Mock.Exchanges;
using Harness.Mock.Journal;
using Harness.Mock.SignIn;
using Microsoft.AspNetCore.Http;

namespace Harness.Mock.Login;

/// <summary>The token service on this server: made when it is first called, journaled like everything else.</summary>
internal sealed class TokenServiceHost(MockServerOptions options, KeyFolder keys, Lazy<SigningKey> signingKey, Revocations revocations, MockPortals portals)
    : ILoginHost
{
    private const string Family = "entra-id";

    private readonly string _idPrefix = "login-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
    private readonly Lazy<TokenService> _service = new(() => Create(options, keys, signingKey, revocations, portals));
    private long _lastId;

    public async Task<bool> Handle(HttpContext http, RequestAddress address)
    {
        LoginAddress login = Address(http, address);
        if (await _service.Value.Answer(http, login, http.RequestAborted) is not { } reply)
        {
            return false;
        }

        reply = InSameForm(http, address, reply);
        string id = string.Create(CultureInfo.InvariantCulture, $"{_idPrefix}-{Interlocked.Increment(ref _lastId)}");
        Decision decision = Explain(reply);
        portals.Journal.Add(Entry(http, address, id, reply, decision));
        if (options.Explain)
        {
            http.Response.Headers["x-harness-exchange"] = id;
            http.Response.Headers["x-harness-decision"] = decision.Header;
        }

        await LoginReplyWriter.Write(http.Response, reply, http.RequestAborted);
        return true;
    }

    /// <summary>Nobody signed in, nothing redeemed, no consent but those of the tenant files.</summary>
    public void Reset()
    {
        if (_service.IsValueCreated)
        {
            _service.Value.Ledger.Reset();
        }
    }

    private static TokenService Create(MockServerOptions options, KeyFolder keys, Lazy<SigningKey> signingKey, Revocations revocations, MockPortals portals)
    {
        var tenants = new Lazy<IReadOnlyList<Tenant>>(portals.ReadTenants);
        AudiencePattern[] audiences =
        [
            .. portals.Families.SelectMany(f => f.Access).OfType<BearerRequirement>()
                .SelectMany(b => b.ByOperation.Select(o => o.Demand.Audiences).Concat(b.ByHost.Select(h => h.Audiences)).Append(b.Demand.Audiences))
                .SelectMany(list => list ?? [])
                .DistinctBy(a => a.Text),
        ];
        return new TokenService(new TokenServiceOptions
        {
            Tenants = () => tenants.Value,
            TenantInForce = () => portals.Tenant.Current,
            Key = signingKey,
            Clock = portals.Clock,
            RealTime = options.TimeProvider,
            Values = new KeyRingValues(keys),
            Audiences = tenant => audiences.Select(a => a.Fill(tenant.Hosts)),
            SessionBegun = revocations.Issued,
        });
    }

    private static LoginAddress Address(HttpContext http, RequestAddress address) => new(
        address.Host,
        address.RawPath,
        $"{http.Request.Scheme}://{http.Request.Host}{address.Prefix}",
        address.Prefix.Length > 0 ? address.Prefix : "/",
        address.Form == AddressForm.Host);

    // A portal's own redirect URI would lead off to the real portal. Those of programs (a loopback address, the page for embedded browsers)
    // are compared with what the program registered, and stay as they are.
    private LoginReply InSameForm(HttpContext http, RequestAddress address, LoginReply reply)
    {
        int at = address.Form == AddressForm.Host ? -1 : reply.Headers.ToList().FindIndex(h => h.Key.Equals("Location", StringComparison.OrdinalIgnoreCase));
        if (at < 0 || !Uri.TryCreate(reply.Headers[at].Value, UriKind.Absolute, out Uri? target) || target.Scheme != Uri.UriSchemeHttps
            || LoginAddresses.Has(target.Host) || !portals.Addressing.IsDeclared(target.Host))
        {
            return reply;
        }

        string location = SameForm.Url(http, address, target.Host, target.PathAndQuery + target.Fragment);
        return reply with { Headers = [.. reply.Headers.Select((header, i) => i == at ? KeyValuePair.Create(header.Key, location) : header)] };
    }

    private static Decision Explain(LoginReply reply) => reply.Failure is { } failure
        ? new Decision(Stages.Identity, reply.Outcome, failure.Text, failure.Row.Fix, failure.Row.Evidence, "Entra ID error table")
        : new Decision(Stages.Identity, reply.Outcome, "The token service answered.", null, null, null);

    private JournalEntry Entry(HttpContext http, RequestAddress address, string id, LoginReply reply, Decision decision) => new()
    {
        Id = id,
        At = portals.Clock.GetUtcNow(),
        Family = Family,
        Operation = $"{http.Request.Method} {_service.Value.TemplateOf(address.Host, address.RawPath)}",
        Method = http.Request.Method,
        Host = address.Host,
        Path = address.RawPath,
        QueryString = http.Request.QueryString.Value ?? "",
        RequestHeaders = HeaderCopy.Of(http.Request.Headers),
        RequestBody = Encoding.UTF8.GetBytes(reply.RequestBody),
        Reply = new Reply(reply.Status, decision)
        {
            ContentType = reply.ContentType,
            Headers = reply.Headers,
            Body = reply.IsPage ? default : reply.Body,
        },
    };
}
