using Harness.Contracts.Access;

namespace Harness.Mock.Quirks.Relay;

/// <summary>Lets a bearer requirement judge a token that stands in a message instead of a header.</summary>
internal sealed class TokenInBody(IAccessRequest call, string? token) : IAccessRequest
{
    public string Method => call.Method;

    public string Host => call.Host;

    public string Path => call.Path;

    public string? Header(string name) => string.IsNullOrEmpty(token) ? null : $"Bearer {token}";

    public string? Cookie(string name) => call.Cookie(name);

    public string? Query(string name) => call.Query(name);
}
