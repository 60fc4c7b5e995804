using Harness.Contracts.Operations;

namespace Harness.Contracts.Routing;

/// <summary>What is kept for one host pattern. A class on purpose: code for lists of value pairs would be compiled anew at every start.</summary>
internal sealed record HostEntry<T>(HostPattern Pattern, T Value);
