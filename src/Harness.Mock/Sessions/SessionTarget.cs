using Harness.Mock.Portals;

namespace Harness.Mock.Sessions;

/// <summary>The very call that a session is asked for.</summary>
internal sealed record SessionTarget(string Method, string Host, string Path, PortalOperation Plan);
