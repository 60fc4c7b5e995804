namespace Harness.Stubs.Recordings;

/// <summary>A call whose reply's body lies in a spool.</summary>
/// <param name="Call">Without the body.</param>
internal sealed record SpooledCall(RecordedCall Call, long Start, int Length);
