using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>Another success than before.</summary>
internal sealed class StatusChanged() : AnswerMutation("status-changed", false, "DRIFT201")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Status = 202 };
}
