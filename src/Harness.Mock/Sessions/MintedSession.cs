namespace Harness.Mock.Sessions;

/// <summary>What a client must send to one portal, on each of its hosts.</summary>
/// <param name="Query">Query parameters that every call carries.</param>
/// <param name="ByHost">Hosts whose headers or query differ from the first host's.</param>
internal sealed record MintedSession(
    string Id,
    string Host,
    DateTimeOffset ExpiresAt,
    IReadOnlyDictionary<string, string> Cookies,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> WriteHeaders,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, HostCredentials> ByHost);
