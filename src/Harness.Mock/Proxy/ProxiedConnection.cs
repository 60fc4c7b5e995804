namespace Harness.Mock.Proxy;

/// <summary>Marks a connection, and with it each of its requests, as one that came through the forward proxy.</summary>
/// <param name="Host">The host that CONNECT named; null for requests sent to the proxy in the open.</param>
internal sealed record ProxiedConnection(string? Host);
