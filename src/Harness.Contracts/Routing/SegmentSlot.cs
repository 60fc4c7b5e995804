using System.Runtime.InteropServices;

namespace Harness.Contracts.Routing;

/// <summary>Where a segment of a path stands in the text, and where its form without spaces around <c>=</c> does.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentSlot(int Start, int Length, int CanonicalStart, int CanonicalLength);
