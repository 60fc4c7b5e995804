namespace Harness.Mock.Proxy;

/// <summary>What the first bytes of a connection to the proxy turned out to be.</summary>
/// <param name="Target">Only with <see cref="ProxyHeadKind.Connect"/>.</param>
internal sealed record ProxyHead(ProxyHeadKind Kind, ProxyTarget? Target = null);
