using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The answer calls itself something else.</summary>
internal sealed class MediaTypeChanged() : AnswerMutation("media-type-changed", true, "DRIFT202")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { MediaType = "application/x-portal" };
}
