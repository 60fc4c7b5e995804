using Harness.Contracts.Access;

namespace Harness.Tests.Support;

/// <summary>An arriving call, written down by hand or taken over from an outgoing one.</summary>
internal sealed class FakeCall(string method = "GET", string host = "admin.example.com", string path = "/api/things") : IAccessRequest
{
    public string Method => method;

    public string Host => host;

    public string Path => path;

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Queries { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static FakeCall From(OutgoingCall call)
    {
        var arriving = new FakeCall(call.Method, call.Host, call.Path);
        Copy(call.Headers, arriving.Headers);
        Copy(call.Cookies, arriving.Cookies);
        Copy(call.Query, arriving.Queries);
        return arriving;
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public string? Cookie(string name) => Cookies.GetValueOrDefault(name);

    public string? Query(string name) => Queries.GetValueOrDefault(name);

    public FakeCall WithHeader(string name, string value)
    {
        Headers[name] = value;
        return this;
    }

    public FakeCall WithCookie(string name, string value)
    {
        Cookies[name] = value;
        return this;
    }

    public FakeCall WithQuery(string name, string value)
    {
        Queries[name] = value;
        return this;
    }

    private static void Copy(Dictionary<string, string> from, Dictionary<string, string> to)
    {
        foreach ((string key, string value) in from)
        {
            to[key] = value;
        }
    }
}
