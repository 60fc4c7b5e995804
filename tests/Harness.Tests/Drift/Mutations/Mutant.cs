using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations;

/// <summary>An endpoint's answers after a change, and where a finding about it must point.</summary>
/// <param name="ShownAt">Place of the unchanged answer that must have come before for the change to be seen.</param>
internal sealed record Mutant(AnswerLaw After, string Pointer, string ShownAt);
