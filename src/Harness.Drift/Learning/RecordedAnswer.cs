using Harness.Contracts;
using Harness.Stubs.Recordings;

namespace Harness.Drift.Learning;

/// <summary>One JSON answer out of a recording.</summary>
/// <param name="MediaType">Without parameters.</param>
/// <param name="Recording">Where it is written.</param>
public sealed record RecordedAnswer(Provenance From, int Status, string MediaType, ReadOnlyMemory<byte> Body, SourceLocation Recording);
