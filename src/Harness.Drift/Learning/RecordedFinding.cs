using Harness.Contracts;
using Harness.Contracts.Operations;

namespace Harness.Drift.Learning;

/// <summary>What recordings show and their contract does not say, or says otherwise.</summary>
/// <param name="Pointer">Into the answer, <c>*</c> for elements and for values under keys.</param>
/// <param name="What">In types and names, never a value.</param>
/// <param name="Recordings">How many show it.</param>
/// <param name="Recording">The first of them.</param>
public sealed record RecordedFinding(Operation Operation, string Pointer, string What, int Recordings, SourceLocation Recording);
