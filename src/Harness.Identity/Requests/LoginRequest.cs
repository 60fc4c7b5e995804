using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Harness.Identity.Requests;

/// <summary>One call to the token service, read to its end.</summary>
public sealed class LoginRequest
{
    private readonly IReadOnlyDictionary<string, StringValues> _query;
    private readonly IReadOnlyDictionary<string, StringValues> _form;

    internal LoginRequest(
        HttpContext http, LoginAddress address, IReadOnlyDictionary<string, StringValues> query, IReadOnlyDictionary<string, StringValues> form, DateTimeOffset now)
    {
        Address = address;
        Method = http.Request.Method;
        Headers = http.Request.Headers;
        IsHttps = http.Request.IsHttps;
        Now = now;
        _query = query;
        _form = form;
        Segments = Split(address.RawPath);
        CorrelationId = Guid.TryParse(ClientRequestId, out Guid named) ? named : RequestId;
    }

    public LoginAddress Address { get; }

    public string Method { get; }

    public bool IsHttps { get; }

    /// <summary>The path, cut at its slashes, decoded.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>By the virtual clock.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Header <c>x-ms-request-id</c>, and <c>trace_id</c> of an error: observed to be the same.</summary>
    public Guid RequestId { get; } = new(RandomNumberGenerator.GetBytes(16));

    /// <summary>The client's own id when it sent one.</summary>
    public Guid CorrelationId { get; }

    internal IHeaderDictionary Headers { get; }

    /// <summary>The first segment: a tenant's id or domain, or <c>common</c> and its like.</summary>
    internal string TenantName => Segments.Count > 0 ? Segments[0] : "";

    /// <summary>Whether the client asked for its id back.</summary>
    internal bool WantsClientRequestId => string.Equals(Headers["return-client-request-id"], "true", StringComparison.OrdinalIgnoreCase)
        || string.Equals(Query("return-client-request-id"), "true", StringComparison.OrdinalIgnoreCase);

    internal string? ClientRequestId => Headers["client-request-id"].ToString() is { Length: > 0 } header ? header : Query("client-request-id");

    internal string? Origin => Headers.Origin.ToString() is { Length: > 0 } origin ? origin : null;

    /// <summary>A parameter of the body; null when missing or empty, as the service treats both alike.</summary>
    internal string? Form(string name) => Value(_form, name);

    internal string? Query(string name) => Value(_query, name);

    /// <summary>A parameter of the body, else of the query: authorize takes both.</summary>
    internal string? Any(string name) => Form(name) ?? Query(name);

    internal bool HasForm(string name) => _form.ContainsKey(name);

    internal string? Cookie(string name)
    {
        foreach (string pair in Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
            {
                return pair[(name.Length + 1)..];
            }
        }

        return null;
    }

    /// <summary>The body without its secrets, for journals.</summary>
    internal string SafeBody() => SafeForm.Write(_form);

    /// <summary>A link to another page of the service that works for this caller.</summary>
    internal string Link(string path) => $"{Address.BaseUrl}/{path}";

    /// <summary>The same on another host, in the form in which this one was addressed.</summary>
    internal string Link(string host, string path) => $"{Address.BaseUrl.Replace(Address.Host, host, StringComparison.OrdinalIgnoreCase)}/{path}";

    internal static string[] Split(string rawPath) => [.. rawPath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    private static string? Value(IReadOnlyDictionary<string, StringValues> values, string name) =>
        values.TryGetValue(name, out StringValues value) && value.Count > 0 && !string.IsNullOrEmpty(value[0]) ? value[0] : null;
}
