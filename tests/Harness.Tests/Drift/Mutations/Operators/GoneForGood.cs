using Harness.Tests.Drift.Mutations.Seeded;

namespace Harness.Tests.Drift.Mutations.Operators;

/// <summary>The portal says that the endpoint is gone.</summary>
internal sealed class GoneForGood() : AnswerMutation("gone-for-good", true, "DRIFT101")
{
    protected override AnswerLaw? Change(AnswerLaw law) => law with { Status = 410, Body = new ObjectField([new FieldMember("message", new ScalarField(ScalarForm.Text))]) };
}
