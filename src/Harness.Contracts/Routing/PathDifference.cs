using System.Runtime.InteropServices;

namespace Harness.Contracts.Routing;

/// <summary>The one thing in which a path differs from a template; <see cref="Kind"/> null when they agree.</summary>
/// <param name="Distance">How far apart the differing texts are: ranks differences of one kind.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PathDifference(NearMissKind? Kind, int Distance, string Reason);
