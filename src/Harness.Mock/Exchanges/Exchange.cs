using Harness.Contracts.Access;
using Harness.Contracts.Routing;
using Harness.Contracts.Tenants;
using Harness.Mock.Matching;
using Harness.Mock.Portals;
using Harness.Mock.World;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Harness.Mock.Exchanges;

/// <summary>One call on its way through the stages: what came, and what the stages know about it so far.</summary>
internal sealed class Exchange(HttpContext http, string id, DateTimeOffset at, Tenant tenant, RequestAddress address) : IAccessRequest
{
    private readonly IHeaderDictionary _headers = http.Request.Headers;
    private Guid? _requestId;
    private string? _cookieLine;

    public HttpContext Http { get; } = http;

    public string Id { get; } = id;

    /// <summary>By the virtual clock.</summary>
    public DateTimeOffset At { get; } = at;

    public Tenant Tenant { get; } = tenant;

    public string Method { get; } = http.Request.Method;

    public string Host => Address.Host;

    public string Path => Address.RawPath;

    public RequestAddress Address { get; } = address;

    /// <summary>What is remembered of calls like this one; null for a call that nobody sent, such as a part of a batch.</summary>
    public KnownCall? Known { get; init; }

    /// <summary>The portal that is meant; set before any stage runs.</summary>
    public required Portal Portal { get; init; }

    /// <summary>What the contract says about the call; null until matching has found it.</summary>
    public PortalOperation? Plan { get; set; }

    /// <summary>What the path's parameters stand for.</summary>
    public PathValues Values { get; set; }

    /// <summary>Empty for calls without a body.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>How long the answer is held back, whichever stage gives it.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>A browser asks for a page, rather than a script for data.</summary>
    public bool IsPageRequest => HttpMethods.IsGet(Method)
        && Header("X-Requested-With") is null
        && Header("Accept") is { } accept
        && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The request id that the portal's answer carries. Derived from the exchange, so that journal and answer agree.</summary>
    public Guid RequestId => _requestId ??= StableHash.Guid(StableHash.Of(Id));

    private string CookieLine => _cookieLine ??= _headers.Cookie.ToString();

    public string? Header(string name) => _headers.TryGetValue(name, out StringValues values) && values.Count > 0 ? values[0] : null;

    public string? Cookie(string name) => CookieHeader.TryFind(CookieLine, name, out ReadOnlySpan<char> value) ? value.ToString() : null;

    public ReadOnlySpan<char> CookieText(string name) => CookieHeader.TryFind(CookieLine, name, out ReadOnlySpan<char> value) ? value : default;

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out StringValues values) && values.Count > 0 ? values[0] : null;
}
