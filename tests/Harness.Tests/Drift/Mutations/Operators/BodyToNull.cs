using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The document is null.</summary>
internal sealed class BodyToNull() : AnswerMutation("body-null", false, "DRIFT203")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Body = new NullField() };
}
