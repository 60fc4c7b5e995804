using Harness.Contracts.Access;

namespace Harness.Mock.Quirks;

/// <summary>Lets a bearer requirement judge a token that stands in a message instead of a header.</summary>
/// <param name="header">What the header would say: <c>Bearer ...</c>; null or empty for none.</param>
internal sealed class TokenInBody(IAccessRequest call, string? header) : IAccessRequest
{
    public string Method => call.Method;

    public string Host => call.Host;

    public string Path => call.Path;

    public string? Header(string name) => header;

    public string? Cookie(string name) => call.Cookie(name);

    public string? Query(string name) => call.Query(name);
}
