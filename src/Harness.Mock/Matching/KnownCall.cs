using System.Runtime.CompilerServices;
using Harness.Contracts.Routing;
using Harness.Mock.Portals;

namespace Harness.Mock.Matching;

/// <summary>What a method, a host and a target mean, whoever sends them: address, portal, operation. Safe to share between calls.</summary>
/// <param name="hostHeader">As sent.</param>
/// <param name="target">As sent, query included.</param>
/// <param name="portal">Null for a host that no family declares.</param>
internal sealed class KnownCall(string method, string hostHeader, string target, RequestAddress address, Portal? portal)
{
    // Boxed, because two calls may work it out at once and a struct of this size cannot be replaced in one step.
    private volatile StrongBox<RouteMatch>? _match;

    public RequestAddress Address { get; } = address;

    public Portal? Portal { get; } = portal;

    public bool Is(string otherMethod, string otherHostHeader, string otherTarget) =>
        string.Equals(target, otherTarget, StringComparison.Ordinal)
        && string.Equals(hostHeader, otherHostHeader, StringComparison.Ordinal)
        && string.Equals(method, otherMethod, StringComparison.Ordinal);

    public RouteMatch MatchIn(OperationTable table) => (_match ??= new(table.Match(Address.Host, method, Address.RawPath))).Value;
}
